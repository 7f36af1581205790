import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { OTHERS } from '../others.ts';
import { built } from '../project.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const ASTRO = [join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build'];

/** Each file of a folder with the hash of what it holds. */
function contents(folder: string): Record<string, string> {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
	return Object.fromEntries(
		files
			.map((file) => [
				relative(folder, file),
				createHash('sha256').update(readFileSync(file)).digest('hex'),
			])
			.sort(),
	);
}

/** Starts a build as a process group of its own. */
function start(folder: string, command: string[], env: NodeJS.ProcessEnv = {}) {
	const child = spawn(process.execPath, command, {
		cwd: folder,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			...process.env,
			SITE_URL: 'https://example.org/',
			ASTRO_TELEMETRY_DISABLED: '1',
			NODE_ENV: 'production',
			NO_COLOR: '1',
			...env,
		},
	});
	let output = '';
	child.stdout.on('data', (text) => void (output += text));
	child.stderr.on('data', (text) => void (output += text));
	const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
		child.once('close', (code) => resolve({ code, output })),
	);
	return { ended, kill: () => process.kill(-child.pid!, 'SIGKILL') };
}

/**
 * A site of one page that says WORD, published by the integration as Astro calls it: without Astro, whose start takes longer
 * than all the rest. Where HOLD names, the build writes the file `held` and waits for ever: in the page; when all is written;
 * between the two renames; when it is to remove the last site.
 */
const SMALL: Record<string, string> = {
	'package.json': '{ "type": "module" }',
	'build.mjs': `
		import { mkdirSync, writeFileSync } from 'node:fs';
		import { pathToFileURL } from 'node:url';
		import publish from ${JSON.stringify(join(ROOT, 'src/hosting/publish-integration.ts'))};
		const { hooks } = publish();
		const logger = { info() {}, warn() {} };
		const url = (path) => pathToFileURL(process.cwd() + '/' + path);
		const config = { root: url(''), outDir: url('dist/'), cacheDir: url('.astro/') };
		try {
			const updateConfig = (changed) => Object.assign(config, changed);
			await hooks['astro:config:setup']({ command: 'build', config, updateConfig, logger });
			mkdirSync(config.outDir);
			await globalThis.hold('page');
			writeFileSync(new URL('index.html', config.outDir), '<p>' + process.env.WORD + '</p>');
			await globalThis.hold('written');
			await hooks['astro:build:done']({ logger });
		} catch ({ message }) {
			console.error(message);
			process.exit(1);
		}`,
	'hold.mjs': `
		import { writeFileSync } from 'node:fs';
		import promises from 'node:fs/promises';
		import { syncBuiltinESMExports } from 'node:module';
		globalThis.hold = async (place) => {
			if (place !== process.env.HOLD) return;
			writeFileSync('held', place);
			await new Promise(() => setInterval(() => {}, 1e6));
		};
		const { rename, rm } = promises;
		let isSwapped = false;
		promises.rename = async (from, to) => {
			if (from.endsWith('next')) await globalThis.hold('second rename');
			await rename(from, to);
			if (from.endsWith('next')) isSwapped = true;
		};
		promises.rm = async (path, options) => {
			if (isSwapped) await globalThis.hold('removal');
			await rm(path, options);
		};
		syncBuiltinESMExports();`,
};

describe('a build that is killed', () => {
	const folder = mkdtempSync(join(tmpdir(), 'small-site-'));
	const at = (path: string) => join(folder, path);
	const page = () => readFileSync(at('dist/index.html'), 'utf8').match(/<p>(.*)<\/p>/)?.[1];
	const NODE_OPTIONS = `--import ${pathToFileURL(at('hold.mjs'))}`;
	const build = (WORD: string, HOLD = '') =>
		start(folder, ['build.mjs'], { NODE_OPTIONS, WORD, HOLD });
	/** Starts a build and waits until it has come to a place. */
	const hold = async (word: string, place: string) => {
		rmSync(at('held'), { force: true });
		const { ended, kill } = build(word, place);
		const isOver = ended.then(({ output }) => expect.unreachable(output));
		const isHeld = expect.poll(() => existsSync(at('held')), { timeout: 60_000 }).toBe(true);
		await Promise.race([isOver, isHeld]);
		return () => {
			kill();
			return ended;
		};
	};
	beforeAll(() => {
		for (const [path, text] of Object.entries({ ...SMALL, 'dist/index.html': '<p>first</p>' })) {
			mkdirSync(dirname(at(path)), { recursive: true });
			writeFileSync(at(path), text);
		}
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('leaves the last site or the new one, wherever it is killed, and the next needs no cleaning', async () => {
		// Between the two renames: the only moment without a site.
		let kill = await hold('second', 'second rename');
		await kill();
		expect(readdirSync(folder)).not.toContain('dist');

		// While it renders pages. The last site is there again; another build is refused.
		kill = await hold('third', 'page');
		expect(page()).toBe('first');
		const other = await build('other').ended;
		expect(other).toMatchObject({
			code: 1,
			output: expect.stringMatching(
				/يجري بناء آخر في هذا المجلد \(process \d+\)\. .*احذف .*\.astro\/lock/,
			),
		});
		await kill();
		expect(page()).toBe('first');

		// With the new site whole beside it.
		kill = await hold('fourth', 'written');
		await kill();
		expect(page()).toBe('first');
		expect(existsSync(at('.astro/next/index.html'))).toBe(true);

		// After the renames.
		kill = await hold('fifth', 'removal');
		await kill();
		expect(page()).toBe('fifth');

		expect(await build('sixth').ended).toMatchObject({ code: 0 });
		expect(page()).toBe('sixth');
		expect(readdirSync(at('.astro'))).not.toEqual(
			expect.arrayContaining([expect.stringMatching(/^(?:next|old|lock)$/)]),
		);
	});
});

test('two builds of one source are the same bytes: folders, zones of time, languages, fonts, caches cold and warm', async () => {
	// `shared` was built from nothing; so was `far`, the same paper before three edits, in another
	// folder and time zone.
	const [{ folder: shared, address } = { folder: '', address: '' }] = inject('sites');
	await built(shared);
	const far = inject('projects').earlier;
	/** How many pages and pictures a build drew, and how many it took from the last one. */
	const counts = (output: string) =>
		['الصفحات', 'الصور'].map((kind) =>
			new RegExp(`${kind}: \\d+ \\(الجديد (\\d+)، ومن المخزن (\\d+)\\)`)
				.exec(output)
				?.slice(1)
				.map(Number),
		);
	// Pictures come from the cache of the paper, whose keys have no folder; pages do not, as Astro's
	// keys have.
	expect(counts(await built(`${far}/dist`))).toEqual([
		[51, 0],
		[1, 190],
	]);

	// Only what has changed is drawn, and the twelve pictures removed here, on a machine without
	// fonts.
	for (const path of Object.keys(OTHERS.earlier.files))
		cpSync(join(ROOT, 'tests/newsroom', path), join(far, path));
	const kept = join(far, '.astro/cache/pictures');
	for (const file of readdirSync(kept).sort().slice(0, 12)) rmSync(join(kept, file));
	writeFileSync(join(far, 'no-fonts.conf'), `<fontconfig><dir>${far}/public</dir></fontconfig>`);
	const { code, output } = await start(far, ASTRO, {
		SITE_URL: address,
		TZ: 'Pacific/Auckland',
		LANG: 'ar_OM.UTF-8',
		LC_ALL: 'ar_OM.UTF-8',
		FONTCONFIG_FILE: join(far, 'no-fonts.conf'),
		// Names that Astro has for itself.
		DEV: '1',
		MODE: 'development',
		BASE_URL: '/elsewhere/',
		SITE: 'https://elsewhere.example/',
	}).ended;
	expect(code, output).toBe(0);
	const [pages, [drawn = 0, taken = 0] = []] = counts(output);
	expect([pages, drawn + taken]).toEqual([[20, 32], 192]);
	// The twelve, as far as the site still has them, and those of the edited texts.
	expect(drawn).toBeGreaterThanOrEqual(12);
	expect(drawn).toBeLessThanOrEqual(14);

	// The same as a build from nothing.
	expect(contents(join(far, 'dist'))).toEqual(contents(shared));
	// As docs/publishing.md has it, without our code.
	const counted = execFileSync(
		'bash',
		['-c', 'find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum'],
		{ cwd: join(far, 'dist'), encoding: 'utf8' },
	);
	expect(/sha256 ([0-9a-f]{64})/.exec(output)?.[1]).toBe(counted.split(' ')[0]);
});
