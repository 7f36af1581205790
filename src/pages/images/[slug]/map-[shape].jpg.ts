import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { imagePath } from '../../../address/paths.ts';
import { articles } from '../../../article/articles.ts';
import { keptPicture, pictureRoutes } from '../../../pictures/kept.ts';
import { route } from '../../../pictures/map.ts';
import { mapImage, SHAPES } from '../../../pictures/map-image.ts';

export const getStaticPaths = (async () => {
	const shapes = Object.keys(SHAPES) as (keyof typeof SHAPES)[];
	const maps = (await articles()).flatMap(({ slug, event }) => {
		if (!event || !route(event)) return [];
		const { origin, venue, venues } = event;
		return shapes.map((shape) => ({
			path: imagePath(`map-${shape}`, slug),
			params: { slug, shape },
			props: {
				shown: ['map', shape, origin, venue, venues],
				draw: () => mapImage(event, shape),
			},
		}));
	});
	return pictureRoutes(maps);
}) satisfies GetStaticPaths;

/**
 * The route map of an article in three shapes: `/images/<slug>/map-16x9.jpg`, `map-4x3.jpg`,
 * `map-1x1.jpg`.
 */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
	new Response(await keptPicture(props), { headers: { 'content-type': 'image/jpeg' } });
