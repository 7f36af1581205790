import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyOf } from '../../src/article/page-key.ts';
import { cacheFolder, countEngineVersion, engineVersion } from '../../src/cache.ts';
import { findingKey, openFindings } from '../../src/findings.ts';
import cache from '../../src/hosting/cache-integration.ts';
import { copyKept, kept, TAKEN } from '../../src/kept-files.ts';
import { laterPaths, postpone, writeLater } from '../../src/later.ts';

let home: string;
const at = (path: string) => join(home, path);
const write = (files: Record<string, string>) => {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(at(path)), { recursive: true });
		writeFileSync(at(path), text);
	}
};
beforeEach(() => void (home = mkdtempSync(join(tmpdir(), 'cache-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('the cache lies', () => {
	test('where hosts keep it', () => {
		mkdirSync(at('node_modules'));
		expect(cacheFolder(home)).toBe(at('node_modules/.astro'));
	});

	test("in the project where node_modules is other projects' too, or missing", () => {
		expect(cacheFolder(home)).toBe(at('.astro/cache'));
		symlinkSync(tmpdir(), at('node_modules'));
		expect(cacheFolder(home)).toBe(at('.astro/cache'));
	});
});

const ENGINE = {
	'src/site.ts': '1',
	'src/pictures/card.ts': '1',
	'src/styles/site.css': '1',
	'src/assets/fonts/pictures/naskh.ttf': '1',
	'astro.config.mjs': '1',
	'package.json': '1',
	'package-lock.json': '1',
	'content/articles/story.mdx': '1',
};

describe('the version of the engine', () => {
	test.each([
		['src/pictures/card.ts', 'other'],
		['src/styles/site.css', 'other'],
		['src/assets/fonts/pictures/naskh.ttf', 'other'],
		['astro.config.mjs', 'other'],
		['package.json', 'other'],
		['package-lock.json', 'other'],
		['src/new.ts', 'other'],
		['src/site.ts', 'same'],
		['content/articles/story.mdx', 'same'],
		['public/logo.svg', 'same'],
	])('after a change of %s is the %s', (file, expected) => {
		write(ENGINE);
		const before = engineVersion(home);
		write({ [file]: '2' });
		expect(engineVersion(home)).toBe(before);
		expect(countEngineVersion(home) === before ? 'same' : 'other').toBe(expected);
	});
});

describe('the key of a page', () => {
	const article = {
		headline: 'المدينة تفتح مكتبتها',
		topic: 'محليات',
		authors: [{ name: 'لينا مراد', path: '/people/lina/' }],
		photograph: { name: 'harbour.Bx3f.jpg', file: '/srv/site/harbour.jpg', image: {} },
		entry: { id: 'library', digest: 'a1' },
	};
	const key = (changed: object, digest = 'a1', more: object = {}) =>
		keyOf({ article: { ...article, ...changed }, more: [{ ...article, ...more }] }, digest, []);
	test.each<[string, string, string]>([
		['its headline', key({ headline: 'المدينة تفتح متحفها' }), 'other'],
		['its topic', key({ topic: 'ثقافة' }), 'other'],
		['the page of its author', key({ authors: [{ name: 'لينا مراد' }] }), 'other'],
		['its photograph', key({ photograph: { name: 'harbour.Cy4g.jpg' } }), 'other'],
		['its text', key({}, 'b2'), 'other'],
		['a fact that it gains', key({ corrections: [] }), 'other'],
		['the headline of a related one', key({}, 'a1', { headline: 'المدينة تفتح متحفها' }), 'other'],
		['the text of a related one', key({}, 'a1', { entry: { digest: 'b2' } }), 'same'],
		['the folder that it is built in', key({ photograph: { name: 'harbour.Bx3f.jpg' } }), 'same'],
	])('after a change of %s is %s', (_what, changed, expected) => {
		expect(changed === key({}) ? 'same' : 'other').toBe(expected);
	});

	test('reads of a picture its clone alone: what is read of it itself is published', () => {
		const picture = (src: string) =>
			new Proxy(
				{ src, width: 9 },
				{
					get: (target, name) =>
						name === 'clone' ? target : name in target && expect.unreachable(String(name)),
				},
			);
		const portrait = keyOf({ image: picture('/_astro/lina.A.jpg') });
		expect(keyOf({ image: picture('/_astro/lina.A.jpg') })).toBe(portrait);
		expect(keyOf({ image: picture('/_astro/lina.B.jpg') })).not.toBe(portrait);
	});

	test('depends on what the clock decides', () => {
		expect(keyOf(article, 'a1', ['correction'])).not.toBe(keyOf(article, 'a1', []));
	});
});

describe('a picture', () => {
	const bytes = (text: string) => new Uint8Array(Buffer.from(text));
	const take = async (name: string, text: string) =>
		Buffer.from(await kept(at('pictures'), name, async () => bytes(text))).toString();

	test('is drawn once', async () => {
		expect(await take('a', 'first')).toBe('first');
		expect(await take('a', 'second')).toBe('first');
		expect(TAKEN.names).toContain('a');
		expect(readdirSync(at('pictures'))).toEqual(['a']);
	});

	test('that two pages ask for at once is drawn once', async () => {
		const both = await Promise.all([take('a', 'first'), take('a', 'second')]);
		expect(both).toEqual(['first', 'first']);
	});

	test.each<[string, (file: string) => void]>([
		['was cut off', (file) => truncateSync(file, 34)],
		['is empty', (file) => truncateSync(file, 0)],
		['is another', (file) => writeFileSync(file, `${readFileSync(file, 'latin1')}x`, 'latin1')],
		['was never finished', (file) => renameSync(file, `${file}.part`)],
	])('whose file %s is drawn anew', async (_what, damage) => {
		await take('a', 'first');
		damage(at('pictures/a'));
		expect(await take('a', 'second')).toBe('second');
		expect(await take('a', 'third')).toBe('second');
	});

	test.each<[string, (file: string) => void, string]>([
		['as it was kept', () => {}, 'first'],
		['anew where it was cut off', (file) => truncateSync(file, 34), 'second'],
		['anew where it is another', (file) => writeFileSync(file, 'x'.repeat(40)), 'second'],
		['anew where it is missing', (file) => rmSync(file), 'second'],
	])('is copied %s', async (_how, damage, copied) => {
		await take('longer', 'a longer one');
		await take('a', 'first');
		damage(at('pictures/a'));
		TAKEN.names.clear();
		const copy = (name: string) =>
			copyKept(at('pictures'), name, async () => bytes('second'), at(`${name}.jpg`));
		await Promise.all([copy('longer'), copy('a')]);
		expect(readFileSync(at('longer.jpg'), 'utf8')).toBe('a longer one');
		expect(readFileSync(at('a.jpg'), 'utf8')).toBe(copied);
		expect([...TAKEN.names].sort()).toEqual(['a', 'longer']);
	});

	test('that there is none of is not copied', async () => {
		await copyKept(at('pictures'), 'a', async () => undefined, at('a.jpg'));
		expect(existsSync(at('a.jpg'))).toBe(false);
	});

	test('waits for the end of the pages, and leaves what the publisher put there', async () => {
		write({ 'dist/images/own.jpg': 'own' });
		for (const path of ['/images/b/card.jpg', '/images/own.jpg'])
			postpone(path, async (file) => writeFileSync(file, 'drawn'));
		const told: string[] = [];
		expect(await writeLater(at('dist'), (path) => told.push(path))).toEqual(['/images/own.jpg']);
		// By path: what one photograph is for stands together.
		expect(told).toEqual(['/images/own.jpg', '/images/b/card.jpg']);
		expect(readFileSync(at('dist/images/own.jpg'), 'utf8')).toBe('own');
		expect(readFileSync(at('dist/images/b/card.jpg'), 'utf8')).toBe('drawn');
		expect(laterPaths()).toEqual([]);
	});

	test('that there is none of is not kept', async () => {
		expect(await kept(at('pictures'), 'a', async () => undefined)).toBeUndefined();
		expect(existsSync(at('pictures'))).toBe(false);
	});
});

describe("what Astro keeps of a build's pages and pictures", () => {
	const CACHE = {
		'.astro/cache/incremental-build.json': JSON.stringify({
			routes: { page: { paths: { '/a/': { outputFile: 'a/%D8%A8.html' } } } },
		}),
		'.astro/cache/dist/a/ب.html': '',
		'.astro/cache/assets/a.avif': '',
	};
	type Hook = (options: unknown) => Promise<void> | void;
	const run = async (...names: string[]) => {
		const { hooks } = cache() as unknown as { hooks: Record<string, Hook> };
		const url = (path: string) => pathToFileURL(at(path));
		for (const name of ['config:done', ...names])
			await hooks[`astro:${name}`]?.({
				config: { root: url('/'), cacheDir: url('.astro/cache/') },
				dir: url('next/'),
			});
	};
	const found = () =>
		Object.keys(CACHE)
			.filter((path) => existsSync(at(path)))
			.map((path) => path.slice('.astro/cache/'.length));

	test.each<[string, () => Promise<void>, string[]]>([
		[
			'is taken by the next',
			async () => {},
			['incremental-build.json', 'dist/a/ب.html', 'assets/a.avif'],
		],
		['is not after one that was killed', () => run('build:start'), []],
		[
			'is not by another engine',
			async () => {
				write({ 'src/new.ts': '' });
				countEngineVersion(home);
			},
			[],
		],
	])('%s', async (_what, between, expected) => {
		write({ ...ENGINE });
		await run('build:start', 'build:generated').catch(() => {});
		mkdirSync(at('.astro/cache'), { recursive: true });
		await run('build:start', 'build:generated');
		write(CACHE);
		await between();
		await run('build:start');
		expect(found()).toEqual(expected);
	});

	test('holds at its end what it used', async () => {
		write({ ...ENGINE, ...CACHE, 'next/_astro/a.avif': '' });
		write({
			'.astro/cache/dist/old/index.html': '',
			'.astro/cache/assets/old.webp': '',
			'.astro/cache/pictures/old': '',
			'.astro/cache/pictures/old.part': '',
			'.astro/cache/search/old': '',
			'.astro/cache/told.jsonl.7.part': '',
		});
		await kept(at('.astro/cache/pictures'), 'new', async () => new Uint8Array(1));
		await run('build:done');
		expect(found()).toEqual(['incremental-build.json', 'dist/a/ب.html', 'assets/a.avif']);
		expect(readdirSync(at('.astro/cache/dist'), { recursive: true })).not.toContain(
			'old/index.html',
		);
		expect(readdirSync(at('.astro/cache/assets'))).toEqual(['a.avif']);
		expect(readdirSync(at('.astro/cache/pictures'))).toEqual(['new']);
		expect(readdirSync(at('.astro/cache/search'))).toEqual([]);
		expect(existsSync(at('.astro/cache/told.jsonl.7.part'))).toBe(false);
	});
});

describe('a finding', () => {
	const open = () => openFindings(home, 'gates');
	const put = async (findings: Record<string, unknown>) => {
		const all = await open();
		for (const [key, finding] of Object.entries(findings)) all.set(key, finding);
		await all.keep();
	};
	beforeEach(async () => {
		write(ENGINE);
		await put({ one: ['نص\nوسطر'], other: { a: 1 } });
	});

	test('is there in the next build', async () => {
		const found = await open();
		expect([found.get('one'), found.get('other'), found.get('none')]).toEqual([
			['نص\nوسطر'],
			{ a: 1 },
			undefined,
		]);
	});

	test('that a build did not ask for is gone after it', async () => {
		const found = await open();
		found.get('one');
		await found.keep();
		expect((await open()).get('one')).toEqual(['نص\nوسطر']);
		expect((await open()).get('other')).toBeUndefined();
	});

	test('that was asked for and found anew is the new one', async () => {
		const found = await open();
		found.get('one');
		found.set('one', 'ثان');
		await found.keep();
		expect((await open()).get('one')).toBe('ثان');
	});

	test('of a build that was killed is none, and what was there stays', async () => {
		(await open()).set('third', 3);
		const found = await open();
		expect([found.get('one'), found.get('third')]).toEqual([['نص\nوسطر'], undefined]);
	});

	test.each<[string, () => void]>([
		[
			'of another engine',
			() => {
				write({ 'src/pictures/card.ts': '2' });
				countEngineVersion(home);
			},
		],
		['of another publisher', () => write({ 'src/site.ts': '2' })],
		['of a file that is empty', () => write({ '.astro/cache/gates.jsonl': '' })],
		['of a file that was cut off', () => truncateSync(at('.astro/cache/gates.jsonl'), 80)],
	])('%s is none', async (_what, change) => {
		change();
		expect((await open()).get('one')).toBeUndefined();
	});

	test('is of a text under its name', () => {
		const key = findingKey('a.html', 'text');
		expect(findingKey('a.html', 'text')).toBe(key);
		expect([findingKey('b.html', 'text'), findingKey('a.html', 'other')]).not.toContain(key);
	});
});
