import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { articles } from '../../../article/articles.ts';
import { CARDS, type Card, cardImage } from '../../../pictures/card.ts';

export const getStaticPaths = (async () => {
	const cards = Object.keys(CARDS) as Card[];
	return (await articles()).flatMap(({ slug, headline, topic, event }) =>
		cards.map((card) => ({
			params: { slug, card },
			props: { story: { headline, topic, event }, card },
		})),
	);
}) satisfies GetStaticPaths;

/** The share card of an article: `/images/<slug>/card.jpg` (1200×630) and `card-square.jpg` (1200×1200). */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
	props: { story, card },
}) => new Response(await cardImage(story, card), { headers: { 'content-type': 'image/jpeg' } });
