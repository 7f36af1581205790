import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { ICONS, icon } from '../pictures/icons.ts';

export const getStaticPaths = (() =>
	ICONS.map((width) => ({
		params: { width: String(width) },
		props: { width },
	}))) satisfies GetStaticPaths;

/** `/icon-180.png`, `/icon-192.png`, `/icon-512.png`. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
	props: { width },
}) => new Response(await icon(width), { headers: { 'content-type': 'image/png' } });
