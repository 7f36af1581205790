import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { filed } from '../../search/near.ts';
import { places } from '../../search/places.ts';

export const getStaticPaths = (async () =>
	filed(await places()).map((some, file) => ({
		params: { file: `${file}` },
		props: { some },
	}))) satisfies GetStaticPaths;

/** Addresses that are like each other, for the page of what is missing: `/near/0.json`. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
	props: { some },
}) => new Response(JSON.stringify(some));
