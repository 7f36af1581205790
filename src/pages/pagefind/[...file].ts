import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { articles } from '../../article/articles.ts';
import { TYPES } from '../../hosting/headers.ts';
import { postpone } from '../../later.ts';
import { indexFiles, writeIndex } from '../../search/files.ts';

/** Routes for `astro dev` alone: a build writes the files after all pages. */
export const getStaticPaths = (async () => {
	const all = await articles();
	if (import.meta.env.PROD) {
		postpone('/pagefind', (folder) => writeIndex(all, folder));
		return [];
	}
	return [...(await indexFiles(all))].map(([file, content]) => ({
		params: { file },
		props: { content },
	}));
}) satisfies GetStaticPaths;

/** A file of the index that /search/ searches in: `/pagefind/pagefind.js`. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
	params: { file },
	props: { content },
}) =>
	new Response(content, {
		headers: { 'content-type': TYPES[file?.split('.').at(-1) ?? ''] ?? '' },
	});
