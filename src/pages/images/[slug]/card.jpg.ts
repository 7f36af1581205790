import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { articles, overline } from '../../../article/articles.ts';
import { cardImage } from '../../../pictures/card.ts';

export const getStaticPaths = (async () =>
	(await articles()).map(({ slug, headline, topic, kind, event, photograph, picture }) => ({
		params: { slug },
		props: {
			headline,
			topic: overline({ kind }, topic),
			event,
			photograph: photograph?.file,
			focus: picture?.focus,
		},
	}))) satisfies GetStaticPaths;

/** The share card of an article: `/images/<slug>/card.jpg`. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
	new Response(await cardImage(props), { headers: { 'content-type': 'image/jpeg' } });
