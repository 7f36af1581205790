import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { articles } from '../../../article/articles.ts';
import { PHOTO_SHAPES, type PhotoShape, photoImage } from '../../../pictures/photo-image.ts';

export const getStaticPaths = (async () => {
	const shapes = Object.keys(PHOTO_SHAPES) as PhotoShape[];
	return (await articles()).flatMap(({ slug, photograph, picture }) =>
		photograph
			? shapes.map((shape) => ({
					params: { slug, shape },
					props: { photograph, shape, focus: picture?.focus },
				}))
			: [],
	);
}) satisfies GetStaticPaths;

/** The photograph of an article in three shapes: `/images/<slug>/photo-16x9.jpg`, `photo-4x3.jpg`, `photo-1x1.jpg`. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
	props: { photograph, shape, focus },
}) =>
	new Response(await photoImage(photograph, shape, focus), {
		headers: { 'content-type': 'image/jpeg' },
	});
