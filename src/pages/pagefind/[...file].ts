import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { articles } from '../../article/articles.ts';
import { TYPES } from '../../hosting/headers.ts';
import { keptIndexFiles } from '../../search/files.ts';

export const getStaticPaths = (async () =>
	[...(await keptIndexFiles(await articles()))].map(([file, content]) => ({
		params: { file },
		props: { content },
	}))) satisfies GetStaticPaths;

/** A file of the index that /search/ searches in: `/pagefind/pagefind.js`. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
	params: { file },
	props: { content },
}) =>
	new Response(content, {
		headers: { 'content-type': TYPES[file?.split('.').at(-1) ?? ''] ?? '' },
	});
