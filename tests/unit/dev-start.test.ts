import { EventEmitter, once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { pictureFiles } from '../../src/article/body.ts';
import { saves } from '../../src/article/loader.ts';
import { readContent } from '../../src/article/read.ts';
import { keepFirst, refusedFiles } from '../../src/desk/content.ts';
import { showProblems } from '../../src/desk/dev.ts';

test('what was found as the dev server began is asked for once by each folder, and then judged anew', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'first-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	const root = pathToFileURL(`${folder}/`);
	const file = 'content/articles/broken.mdx';
	await mkdir(join(folder, 'content/articles'), { recursive: true });
	await writeFile(join(folder, file), '---\nheadline: عنوان\n---\n\nنص.\n');
	const warning = { file: 'content/articles/sound.mdx', message: '', severity: 'warning' } as const;
	keepFirst(root, [{ file: 'content/articles/first.mdx', message: '' }, warning]);
	const refused = async () => [...(await refusedFiles(root, 'content/articles/'))];
	expect(await refused()).toEqual(['content/articles/first.mdx']);
	expect(await refused()).toEqual([file]);
	// A save is never answered from what was found at first.
	keepFirst(root, []);
	expect([...(await refusedFiles(root, file))]).toEqual([file]);
});

test('the pictures of a text are known by their files, wherever they stand', () => {
	const text = '![أ](./a.jpg) و![ب](./%D8%A8.png)\n\n<Figure>\n\n![أ](./a.jpg)\n\n</Figure>\n';
	const { body } = readContent('content/articles/pictures.mdx', text);
	expect(body && pictureFiles(body)).toEqual({ './a.jpg': './a.jpg', './ب.png': './ب.png' });
});

/**
 * Serves a folder as `npm run dev` does, with `astro` in place of Astro.
 * @returns Requests a path, and gives the status and the headers `x-astro` and `refresh`.
 */
async function serveDev(
	folder: string,
	astro: (response: ServerResponse) => void,
	watcher = new EventEmitter(),
) {
	type Middleware = (
		...parameters: [...Parameters<RequestListener>, (error?: Error) => void]
	) => void;
	let middleware: Middleware = () => {};
	const vite = {
		config: { root: folder },
		watcher,
		middlewares: { use: (one: Middleware) => void (middleware = one) },
	};
	showProblems(vite as unknown as Parameters<typeof showProblems>[0], () => {});
	const server = createServer((request, response) =>
		middleware(Object.assign(request, { originalUrl: request.url }), response, (error) =>
			error ? response.writeHead(500).end() : astro(response),
		),
	);
	await once(server.listen(0), 'listening');
	onTestFinished(() => void server.close());
	return async (path: string) => {
		const { port } = server.address() as AddressInfo;
		const { status, headers } = await fetch(`http://localhost:${port}/news/${path}`);
		return [status, headers.get('x-astro'), headers.get('refresh')];
	};
}

test('an article that Astro misses still is asked for again, and no other page', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'late-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	await mkdir(join(folder, 'content/articles'), { recursive: true });
	const facts =
		'headline: يفتح السوق بابه\ndek: جملة.\ntopic: محليات\ndateline: عمّان\npublished: 2024-05-01';
	await writeFile(join(folder, 'content/articles/market.mdx'), `---\n${facts}\n---\n\nنص.\n`);
	let status = 404;
	const ask = await serveDev(folder, (response) =>
		response.writeHead(status, { 'x-astro': '1' }).end(),
	);
	expect(await ask('articles/market/')).toEqual([404, '1', '1']);
	expect(await ask('articles/none/')).toEqual([404, '1', null]);
	status = 200;
	expect(await ask('articles/market/')).toEqual([200, '1', null]);
});

test('where an article cannot be judged its page is asked for again, and no request waits for ever', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'odd-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	await mkdir(join(folder, 'content/articles'), { recursive: true });
	await writeFile(join(folder, 'content/articles/market.mdx'), '---\n---\n\n![سوق](./a.png)\n');
	await writeFile(join(folder, 'content/articles/a.png'), 'none');
	// `.astro` is a file here, so the verdict on the picture cannot be cached.
	await writeFile(join(folder, '.astro'), '');
	const ask = await serveDev(folder, (response) => response.end());
	expect(await ask('articles/market/')).toEqual([500, null, '1']);
});

test('after a save a page waits until all that was saved is read, and then until Astro has written it', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'saved-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	onTestFinished(() => void Object.assign(saves, { unread: 0, changed: 0 }));
	const watcher = new EventEmitter();
	const ask = await serveDev(folder, (response) => response.end(), watcher);
	const write = () => watcher.emit('all', 'change', `${folder}/.astro/data-store.json`);
	Object.assign(saves, { unread: 1, changed: Date.now() - 500 });
	const answer = ask('rss.xml').then(() => 'answered');
	const state = () => Promise.race([answer, delay(60).then(() => 'waits')]);
	write();
	expect(await state()).toBe('waits');
	Object.assign(saves, { unread: 0, changed: Date.now() });
	expect(await state()).toBe('waits');
	saves.changed -= 500;
	write();
	expect(await answer).toBe('answered');
});
