import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { articles, overline } from '../../../article/articles.ts';
import { cardImage } from '../../../pictures/card.ts';
import { keptPicture } from '../../../pictures/kept.ts';

export const getStaticPaths = (async () =>
	(await articles()).map(({ slug, headline, topic, kind, event, photograph, picture }) => ({
		params: { slug },
		props: {
			headline,
			topic: overline({ kind }, topic),
			event,
			photograph,
			focus: picture?.focus,
		},
	}))) satisfies GetStaticPaths;

/** The share card of an article: `/images/<slug>/card.jpg`. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
	props: { photograph, ...story },
}) => {
	const card = await keptPicture(['card', story, photograph?.name], () =>
		cardImage({ ...story, photograph: photograph?.file }),
	);
	return new Response(card, { headers: { 'content-type': 'image/jpeg' } });
};
