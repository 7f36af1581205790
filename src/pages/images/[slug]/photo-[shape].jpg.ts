import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { imagePath } from '../../../address/paths.ts';
import { articles } from '../../../article/articles.ts';
import { keptPicture, pictureRoutes } from '../../../pictures/kept.ts';
import { PHOTO_SHAPES, type PhotoShape, photoImage } from '../../../pictures/photo-image.ts';

export const getStaticPaths = (async () => {
	const shapes = Object.keys(PHOTO_SHAPES) as PhotoShape[];
	const photos = (await articles()).flatMap(({ slug, photograph, picture }) =>
		photograph
			? shapes.map((shape) => ({
					path: imagePath(`photo-${shape}`, slug),
					params: { slug, shape },
					props: photoImage(photograph, shape, picture?.focus),
				}))
			: [],
	);
	return pictureRoutes(photos);
}) satisfies GetStaticPaths;

/**
 * The photograph of an article in three shapes: `/images/<slug>/photo-16x9.jpg`, `photo-4x3.jpg`,
 * `photo-1x1.jpg`.
 */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
	new Response(await keptPicture(props), { headers: { 'content-type': 'image/jpeg' } });
