import { EventEmitter } from 'node:events';
import { writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentLoader, saves } from '../../src/article/loader.ts';
import { readContent } from '../../src/article/read.ts';

describe('a content file is read once', () => {
	const source = '---\npublished: 2024-03-01\n---\n\nنص.\n';
	const first = readContent('content/articles/a.mdx', source);

	test('the same text of the same file is not parsed again', () =>
		expect(readContent('content/articles/a.mdx', source)).toBe(first));

	test('an edited text is', () => {
		const edited = readContent('content/articles/a.mdx', source.replace('2024', '2025'));
		expect(edited.data).toEqual({ published: '2025-03-01' });
	});

	test.each([
		['a day stays the text that it was', '---\nd: 2024-03-01\n---\n', { d: '2024-03-01' }],
		[
			'what begins with a zero stays as it is written',
			'---\n02: [ 007, 0, 0.5, 10 ]\n---\n',
			{ '02': ['007', 0, 0.5, 10] },
		],
		[
			'so does a telephone number with its plus',
			'---\nd: [ +96265550142, +5 ]\n---\n',
			{ d: ['+96265550142', 5] },
		],
		['Windows line ends', '---\r\nd: 1\r\n---\r\n\r\nنص.\r\n', { d: 1 }],
		['an empty block', '---\n---\n', {}],
		['no block', 'نص.\n', {}],
		['broken YAML', '---\nd: [\n---\n', undefined],
		['an alias of nothing', '---\nd: *none\n---\n', undefined],
	])('%s', (name, text, data) =>
		expect(readContent(`content/articles/${name}.mdx`, text).data).toEqual(data),
	);

	test('only a block at the very start is frontmatter', () => {
		expect(readContent('content/articles/b.mdx', 'نص.\n\n---\nd: 1\n---\n').yaml).toBeUndefined();
		expect(readContent('content/articles/b.mdx', '---\nd: 1\n---\n').yaml).toBe('d: 1\n');
		expect(readContent('content/articles/b.mdx', '\n---  \nd: 1\n--- \n').yaml).toBe('d: 1\n');
	});

	test('a body that MDX refuses has no tree but an error', () => {
		const { body, error } = readContent('content/articles/c.mdx', '---\n---\n\n<Note>\n');
		expect([body, error instanceof Error]).toEqual([undefined, true]);
	});
});

describe('the loader', () => {
	let root: string;
	beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'loader-'))));
	afterEach(() => rm(root, { recursive: true, force: true }));
	afterEach(() => void (saves.changed = 0));

	/** What a loader puts into the collection, with a watcher as in `astro dev` or without. */
	async function load(
		files: Record<string, string>,
		watching = false,
		refused = async () => new Set(['content/articles/b.mdx']),
	) {
		for (const [name, text] of Object.entries(files)) {
			await mkdir(join(root, name, '..'), { recursive: true });
			await writeFile(join(root, name), text);
		}
		entries = new Map();
		const context = {
			config: { root: pathToFileURL(`${root}/`) },
			store: {
				clear: () => entries.clear(),
				has: (id: string) => entries.has(id),
				set: (entry: { id: string }) => entries.set(entry.id, entry),
				delete: (id: string) => entries.delete(id),
			},
			parseData: async ({ data }: { data: unknown }) => data,
			logger: {
				error: (text: string) => void faults.push(text),
				info: (text: string) => void told.push(text),
			},
			...(watching && { watcher }),
		};
		const loader = contentLoader(
			'articles',
			({ data, raw }) => {
				read.push(raw);
				return Object(data);
			},
			refused,
		);
		await loader.load(context as unknown as Parameters<typeof loader.load>[0]);
		return Object.fromEntries(entries);
	}
	let entries = new Map<string, unknown>();
	const watcher = new EventEmitter();
	const told: string[] = [];
	const faults: string[] = [];
	/** The texts that became entries, and were not taken from the last build. */
	const read: string[] = [];

	const files = {
		'content/articles/b.mdx': '---\nn: 2\n---\n',
		'content/articles/a.mdx': '---\nn: 1\n---\n',
		'content/articles/draft.mdx': '---\ndraft: true\n---\n',
		'content/articles/later.mdx': '---\npublished: 2999-01-01\n---\n',
		'content/articles/gone.mdx': '---\nwithdrawn: { date: 2020-01-02 }\n---\n',
		'content/articles/folder/c.mdx': '---\nn: 3\n---\n',
		'content/articles/a.jpg': '',
		'content/pages/d.mdx': '---\nn: 4\n---\n',
	};

	test('a build has the files of its folder in order, and neither drafts nor what is to come', async () => {
		const loaded = await load(files);
		expect(Object.keys(loaded)).toEqual(['a', 'b', 'gone']);
		expect(loaded['a']).toEqual({
			id: 'a',
			data: { n: 1 },
			digest: '9695d56b1f2d51aea17b61a5f654992e5871e881f3d150c99c1d5246b5750d39',
			filePath: 'content/articles/a.mdx',
		});
	});

	test('while writing, a save is read though the one before it could not be judged', async () => {
		const name = 'content/articles/a.mdx';
		let isJudged = true;
		await load({ [name]: '---\nn: 1\n---\n' }, true, async () => {
			if (!isJudged) throw new Error('a file of content is gone');
			return new Set();
		});
		const save = async (n: number) => {
			await writeFile(join(root, name), `---\nn: ${n}\n---\n`);
			watcher.emit('change', join(root, name));
		};
		isJudged = false;
		await save(2);
		await expect.poll(() => faults).toEqual(['a file of content is gone']);
		isJudged = true;
		await save(3);
		await expect.poll(() => entries.get('a')).toMatchObject({ data: { n: 3 } });
	});

	test('while writing, an emptied file is read when its text must be there: for 50 ms no event would tell of it', async () => {
		const name = 'content/articles/a.mdx';
		const file = join(root, name);
		await load({ [name]: '---\nn: 1\n---\n' }, true);
		writeFileSync(file, '');
		watcher.emit('change', file);
		setTimeout(() => writeFileSync(file, '---\nn: 2\n---\n'), 50);
		await expect.poll(() => entries.get('a')).toMatchObject({ data: { n: 2 } });
	});

	test('while writing, what is saved as the server starts is read', async () => {
		const name = 'content/articles/new.mdx';
		const file = join(root, name);
		let isFirst = true;
		await load({ 'content/articles/a.mdx': '---\nn: 1\n---\n' }, true, async () => {
			if (isFirst) {
				writeFileSync(file, '---\nn: 2\n---\n');
				watcher.emit('change', file);
			}
			isFirst = false;
			return new Set();
		});
		await expect.poll(() => entries.get('new')).toMatchObject({ data: { n: 2 } });
	});

	test('and says when the next is published', async () => {
		told.length = 0;
		await load({
			...files,
			'content/articles/soon.mdx': '---\npublished: 2998-06-01T09:00+03:00\n---\n',
		});
		expect(told).toEqual([
			'content/articles/soon.mdx لم يحن موعد نشره: 1 حزيران 2998، 9:00 ص. يُنشر في أول بناء بعده.',
			'content/articles/later.mdx لم يحن موعد نشره: 1 كانون الثاني 2999، 12:00 ص. يُنشر في أول بناء بعده.',
		]);
	});

	test('the next build has the same, and reads only what has changed or offers files', async () => {
		const offered = '---\nattachments: [{ src: ./a.pdf }]\n---\n';
		const first = await load({ ...files, 'content/articles/offers.mdx': offered });
		read.length = 0;
		expect(await load({})).toEqual(first);
		expect(read).toEqual([offered]);
		read.length = 0;
		const edited = '---\nn: 5\n---\n';
		expect((await load({ 'content/articles/a.mdx': edited }))['a']).toEqual({
			id: 'a',
			data: { n: 5 },
			digest: '83af7bcd9cbc15db3faf41424b2154009fdbb0702e52e53c2dca0af6ce9aae81',
			filePath: 'content/articles/a.mdx',
		});
		expect(read).toEqual([edited, offered]);
	});

	test('what a killed or other build kept is not believed: another site.ts reads all anew', async () => {
		await load(files);
		read.length = 0;
		await load({ 'src/site.ts': 'export const site = {};' });
		expect(read).toHaveLength(3);
	});

	test('what was withdrawn has no file that could be drawn', async () =>
		expect((await load(files))['gone']).toEqual({
			id: 'gone',
			data: { withdrawn: { date: '2020-01-02' } },
			digest: '3ef724cafbbaf4b1753a6048bad3051767a2539238efeaa5bc879eb97cfd03cb',
		}));

	test('while writing drafts are there, and what the gate refuses is not', async () =>
		expect(Object.keys(await load(files, true))).toEqual(['a', 'draft', 'gone', 'later']));

	test('a folder that is missing is an empty collection', async () =>
		expect(await load({})).toEqual({}));
});
