import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { articles } from '../../../article/articles.ts';
import { cardImage } from '../../../pictures/card.ts';

export const getStaticPaths = (async () =>
	(await articles()).map(({ slug, headline, topic, event, photograph, picture }) => ({
		params: { slug },
		props: { headline, topic, event, photograph: photograph?.file, focus: picture?.focus },
	}))) satisfies GetStaticPaths;

/** The share card of an article: `/images/<slug>/card.jpg`. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
	new Response(await cardImage(props), { headers: { 'content-type': 'image/jpeg' } });
