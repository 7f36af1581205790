import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { imagePath } from '../../../address/paths.ts';
import { type Article, articles } from '../../../article/articles.ts';
import { overline } from '../../../article/overline.ts';
import { cardImage } from '../../../pictures/card.ts';
import { type Kept, keptPicture, pictureRoutes } from '../../../pictures/kept.ts';

export const getStaticPaths = (async () =>
	pictureRoutes(
		(await articles()).map((article) => ({
			path: imagePath('card', article.slug),
			params: { slug: article.slug },
			props: cardOf(article),
		})),
	)) satisfies GetStaticPaths;

function cardOf({ headline, topic, label, event, photograph, picture }: Article): Kept {
	const story = { headline, topic: overline({ label }, topic), event, focus: picture?.focus };
	return {
		shown: ['card', story, photograph?.name],
		draw: () => cardImage({ ...story, photograph: photograph?.file }),
	};
}

/** The share card of an article: `/images/<slug>/card.jpg`. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
	new Response(await keptPicture(props), { headers: { 'content-type': 'image/jpeg' } });
