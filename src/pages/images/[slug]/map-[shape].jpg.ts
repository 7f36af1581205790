import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { articles } from '../../../article/articles.ts';
import { keptPicture } from '../../../pictures/kept.ts';
import { route } from '../../../pictures/map.ts';
import { mapImage, SHAPES } from '../../../pictures/map-image.ts';

export const getStaticPaths = (async () => {
	const shapes = Object.keys(SHAPES) as (keyof typeof SHAPES)[];
	return (await articles()).flatMap(({ slug, event }) =>
		event && route(event)
			? shapes.map((shape) => ({ params: { slug, shape }, props: { event, shape } }))
			: [],
	);
}) satisfies GetStaticPaths;

/** The route map of an article in three shapes: `/images/<slug>/map-16x9.jpg`, `map-4x3.jpg`, `map-1x1.jpg`. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
	props: { event, shape },
}) => {
	const { origin, venue, venues } = event;
	const map = await keptPicture(['map', shape, origin, venue, venues], () =>
		mapImage(event, shape),
	);
	return new Response(map, { headers: { 'content-type': 'image/jpeg' } });
};
