import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
// biome-ignore lint/correctness/noUndeclaredDependencies: a type, and Astro brings it.
import type { Connect, ViteDevServer } from 'vite';
import { base } from '../address/urls.ts';
import { SETTLED, saves } from '../article/loader.ts';
import { digestOf } from '../cache.ts';
import { isBlocking, type Problem } from '../problems.ts';
import { contentProblems } from './content.ts';
import { errorPage } from './dev-pages.ts';
import { describeFrontmatter } from './editors.ts';

/** The file of content whose page stands at an address; undefined for every other address. */
export function fileOf(address: string): string | undefined {
	const [pathname = ''] = address.split('?');
	const [, folder = 'pages', slug] =
		/^(?:(articles|people)\/)?([a-z0-9-]+)\/$/.exec(pathname.slice(base.length)) ?? [];
	return slug && pathname.startsWith(base) ? `content/${folder}/${slug}.mdx` : undefined;
}

/** The ETag of a file of content as it is and is judged now. */
export function versionOf(source: string, problems: readonly Problem[]): string {
	return `"${digestOf([source, problems]).slice(0, 16)}"`;
}

/**
 * In ms: how long after the last change Astro writes its store, and how long a request waits for it
 * at most.
 */
const WRITTEN_AFTER = 500;
const LONGEST = 10_000;

/**
 * Resolves at once, or after a save when Astro has read it and written its store. Until then pages
 * would show the old version, and the feed would fail on a broken article.
 */
function writtenContent({ watcher, config }: ViteDevServer): () => Promise<void> {
	const store = `${config.root}/.astro/data-store.json`;
	let written = 0;
	watcher.on('all', (_event, path) => {
		if (path.replaceAll('\\', '/') === store) written = Date.now();
	});
	const isWritten = () =>
		saves.unread === 0 &&
		// Where all is in the end as it was, Astro writes nothing.
		(written - saves.changed >= WRITTEN_AFTER || Date.now() - saves.changed >= LONGEST);
	return async () => {
		for (const end = Date.now() + LONGEST; !isWritten() && Date.now() < end; ) await delay(20);
	};
}

/**
 * Adds a refresh in one second to a 404 of an article that exists: Astro's store may lag behind.
 */
function refreshMissing(response: ServerResponse): void {
	const { writeHead } = response;
	response.writeHead = (status: number, ...rest: unknown[]) => {
		if (status === 404) response.setHeader('refresh', '1');
		return Reflect.apply(writeHead, response, [status, ...rest]);
	};
}

/**
 * In `npm run dev`: judges a file of content on every save, and at the address of a broken one
 * shows what is wrong. The loader leaves it out of the site, so that everything else goes on.
 * @param tell Prints what is wrong with a file that was saved.
 */
export function showProblems(
	server: ViteDevServer,
	tell: (problems: readonly Problem[]) => void,
): void {
	const root = pathToFileURL(`${server.config.root}/`);
	const fileAt = (path: string) =>
		/content\/(?:(?:articles|pages|people)\/[^/]+\.mdx|topics\.yaml)$/.exec(
			path.replaceAll('\\', '/'),
		)?.[0];
	const judge = async (path: string) => {
		const file = fileAt(path);
		if (!file) return;
		await delay(SETTLED);
		const problems = await contentProblems(root, file);
		tell(problems);
		// For a sound file Astro sends the reload, once it has read the file.
		if (problems.some(isBlocking))
			server.environments['client']?.hot.send({ type: 'full-reload', path: '*' });
	};
	// A file that is deleted while it is judged has its own event: ignore the error.
	for (const event of ['add', 'change'] as const)
		server.watcher.on(event, (path) => void judge(path).catch(() => {}));
	for (const event of ['add', 'unlink'] as const)
		server.watcher.on(event, (path) => void (fileAt(path) && describeFrontmatter(root)));

	const written = writtenContent(server);
	const judged = async (file: string, source: string) => {
		const problems = await contentProblems(root, file);
		return { problems, etag: versionOf(source, problems), isBroken: problems.some(isBlocking) };
	};
	const answer: Connect.NextHandleFunction = async (request, response, next) => {
		const file = fileOf(request.originalUrl ?? '');
		const read = async () => file && readFile(new URL(file, root), 'utf8').catch(() => undefined);
		let source = await read();
		if (!file || source === undefined) return written().then(() => next());
		let verdict = await judged(file, source);
		if (!verdict.isBroken) {
			// Open pages poll with HEAD: a reload message may be lost while they load.
			if (request.method === 'HEAD') return response.writeHead(200, { etag: verdict.etag }).end();
			await written();
			// It may be broken by now. Astro would answer with its 404 page, which does not poll.
			source = (await read()) ?? source;
			verdict = await judged(file, source);
			if (!verdict.isBroken) {
				refreshMissing(response);
				return next();
			}
		}
		const { problems, etag } = verdict;
		response.writeHead(422, { 'content-type': 'text/html; charset=utf-8', etag });
		response.end(errorPage(file, source, problems, etag));
	};
	server.middlewares.use((request, response, next) => {
		// Without an answer an open page would wait for ever.
		Promise.resolve(answer(request, response, next)).catch((error) => {
			response.setHeader('refresh', '1');
			next(error);
		});
	});
}
