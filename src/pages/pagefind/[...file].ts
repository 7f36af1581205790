import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { articles } from '../../article/articles.ts';
import { keptIndexFiles } from '../../search/files.ts';

export const getStaticPaths = (async () =>
	[...(await keptIndexFiles(await articles()))].map(([file, content]) => ({
		params: { file },
		props: { content },
	}))) satisfies GetStaticPaths;

/** A file of the index that /search/ searches in: `/pagefind/pagefind.js`. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
	props: { content },
}) => new Response(content);
