import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { articles } from '../../../article/articles.ts';

export const getStaticPaths = (async () => {
	const all = (await articles()).flatMap(({ attachments }) => attachments);
	// Two articles may offer one file.
	const unique = new Map(all.map((one) => [`${one.hash} ${one.src}`, one]));
	return [...unique.values()].map(({ hash, src, file }) => ({
		params: { hash, name: src.slice('./'.length) },
		props: { file },
	}));
}) satisfies GetStaticPaths;

/** A file that a published article offers, as it is: `/files/<hash>/report.pdf`. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
	props: { file },
}) => new Response(new Uint8Array(await readFile(file)));
