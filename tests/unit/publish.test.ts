import { spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
	type Folders,
	fingerprint,
	lock,
	memorySentence,
	pathSentence,
	recover,
	roomNeeded,
	roomSentence,
	swap,
} from '../../src/hosting/publish.ts';
import publish from '../../src/hosting/publish-integration.ts';
import { diskSentence } from '../../src/problems.ts';

let home: string;
beforeEach(() => void (home = mkdtempSync(join(tmpdir(), 'publish-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

const folders = (): Folders => ({
	dist: join(home, 'dist'),
	next: join(home, 'next'),
	old: join(home, 'old'),
});
/** Makes folders, each with one page that says a word: `{ dist: 'last' }`. */
function prepare(sites: Partial<Record<keyof Folders, string>>): void {
	for (const [name, word] of Object.entries(sites)) {
		const folder = folders()[name as keyof Folders];
		mkdirSync(join(folder, 'about'), { recursive: true });
		writeFileSync(join(folder, 'about/index.html'), word);
	}
}
/** What stands there now, in the same words. */
const found = () =>
	Object.fromEntries(
		Object.entries(folders())
			.filter(([, folder]) => existsSync(folder))
			.map(([name, folder]) => [name, readFileSync(join(folder, 'about/index.html'), 'utf8')]),
	);

describe('the new site takes the place of the last', () => {
	test('where there is none', async () => {
		prepare({ next: 'new' });
		await swap(folders());
		expect(found()).toEqual({ dist: 'new' });
	});

	test('and nothing of the last is left', async () => {
		prepare({ dist: 'last', next: 'new' });
		writeFileSync(join(folders().dist, 'gone.html'), '');
		await swap(folders());
		expect(found()).toEqual({ dist: 'new' });
		expect(readdirSync(folders().dist)).toEqual(['about']);
	});

	test('or the last stands again where the new one cannot', async () => {
		prepare({ dist: 'last' });
		await expect(swap(folders())).rejects.toMatchObject({ code: 'ENOENT' });
		expect(found()).toEqual({ dist: 'last' });
	});
});

describe('what a killed build left is put right', () => {
	test.each<[string, Parameters<typeof prepare>[0], Record<string, string>]>([
		['nothing', {}, {}],
		['a whole build', { dist: 'last' }, { dist: 'last' }],
		['killed while it wrote', { dist: 'last', next: 'half' }, { dist: 'last' }],
		['killed while it wrote the first site', { next: 'half' }, {}],
		['killed between the two renames', { next: 'new', old: 'last' }, { dist: 'last' }],
		['killed after them', { dist: 'new', old: 'last' }, { dist: 'new' }],
		['killed while it removed the last site', { dist: 'new', next: 'half' }, { dist: 'new' }],
		['somebody removed dist between', { old: 'last' }, { dist: 'last' }],
	])('%s', async (_case, before, after) => {
		prepare(before);
		await recover(folders());
		expect(found()).toEqual(after);
	});
});

describe('the lock', () => {
	const file = () => join(home, 'lock');

	test("holds this process's number until it is let go", () => {
		const release = lock(home);
		expect(readFileSync(file(), 'utf8')).toBe(`${process.pid}`);
		release();
		expect(readdirSync(home)).toEqual([]);
	});

	test.each([
		['a process that has ended', () => `${spawnSync('true').pid}`],
		['a container of the same number', () => `${process.pid}`],
		['nobody: killed before it wrote its number', () => ''],
	])('of %s is taken over', (_whose, pid) => {
		writeFileSync(file(), pid());
		utimesSync(file(), 0, 0);
		lock(home);
		expect(readFileSync(file(), 'utf8')).toBe(`${process.pid}`);
	});

	test.each([
		['a process that runs', () => `${process.ppid}`],
		['a build that is about to write its number', () => ''],
	])('of %s is not', (_whose, pid) => {
		writeFileSync(file(), pid());
		expect(() => lock(home)).toThrow(
			`يجري بناء آخر في هذا المجلد (process ${pid() || 0}). انتظر حتى ينتهي ثم أعد البناء؛ وإن لم يكن ذلك بناءً فاحذف ${file()}.`,
		);
		expect(readFileSync(file(), 'utf8')).toBe(pid());
	});
});

describe('a build does not begin', () => {
	const at = (path: string) => join(home, path);
	/** What the integration does first; to its end it says nothing. */
	const begin = async (root = home) => {
		const url = (path: string) => pathToFileURL(join(root, path));
		await (publish().hooks['astro:config:setup'] as (options: unknown) => Promise<void>)({
			command: 'build',
			config: { root: url('/'), outDir: url('dist/'), cacheDir: url('.astro/') },
			updateConfig: () => {},
		});
	};

	test.each<[string, () => void, RegExp]>([
		[
			'where dist is a link',
			() => symlinkSync(at('.'), at('dist')),
			/\/dist وصلة \(symlink\).*احذفها/,
		],
		[
			'where dist is a link to nothing',
			() => symlinkSync(at('none'), at('dist')),
			/\/dist وصلة \(symlink\).*احذفها/,
		],
		['where dist is a file', () => writeFileSync(at('dist'), ''), /\/dist ملف.*احذفه/],
		[
			'where .astro is a link',
			() => symlinkSync(at('.'), at('.astro')),
			/\/\.astro وصلة \(symlink\).*احذفها/,
		],
		['where .astro is a file', () => writeFileSync(at('.astro'), ''), /\/\.astro ملف.*احذفه/],
	])('%s', async (_where, make, sentence) => {
		make();
		await expect(begin()).rejects.toThrow(sentence);
	});

	test('in a folder of a name that is cut', async () => {
		mkdirSync(at('news #1'));
		await expect(begin(at('news #1'))).rejects.toThrow(/مسار المشروع .* العلامة #/);
		expect(readdirSync(at('news #1'))).toEqual([]);
	});

	test('but elsewhere it does, and puts right what the last left', async () => {
		mkdirSync(at('.astro/old'), { recursive: true });
		writeFileSync(at('.astro/data-store.json'), '[]');
		vi.stubEnv('MODE', 'development');
		await begin();
		// Astro would take it for its own.
		expect(process.env['MODE']).toBeUndefined();
		expect(readdirSync(home).sort()).toEqual(['.astro', 'dist']);
		expect(readdirSync(at('.astro'))).toEqual(['lock']);
	});

	// In a process of its own, which another account or a mount is for.
	const inProcess = (...before: readonly string[]) => {
		const [command = '', ...args] = [...before, process.execPath];
		const url = (path: string) => JSON.stringify(pathToFileURL(at(path)).href);
		const module = fileURLToPath(
			new URL('../../src/hosting/publish-integration.ts', import.meta.url),
		);
		const script = `import publish from ${JSON.stringify(module)};
			await publish().hooks['astro:config:setup']({ command: 'build', updateConfig() {},
				config: { root: new URL(${url('/')}), outDir: new URL(${url('dist/')}), cacheDir: new URL(${url('.astro/')}) } })
				.catch(({ message }) => console.log(message));`;
		return spawnSync(command, [...args, '--input-type=module', '-e', script], { encoding: 'utf8' });
	};
	const root = process.getuid?.() === 0;
	const mounted = ['unshare', '-rm', 'sh', '-c', 'mount --bind "$0" "$0" && exec "$@"'];

	test('where .astro cannot be written', () => {
		mkdirSync(at('.astro'), { mode: 0o555 });
		if (root) spawnSync('chown', ['-R', '65534', home]);
		const { stdout } = inProcess(...(root ? ['setpriv', '--reuid=65534', '--clear-groups'] : []));
		expect(stdout).toMatch(/لا يُسمح لحسابك بقراءة .*\/\.astro أو الكتابة فيه\. /);
	});

	test
		.skipIf(spawnSync('unshare', ['-rm', 'mount', '--bind', '/tmp', '/tmp']).status !== 0)
		.each(['dist', '.astro'])('where something is mounted on %s', (name) => {
		mkdirSync(at(name));
		expect(inProcess(...mounted, at(name)).stdout).toMatch(/مجلد مركّب \(mount/);
	});
});

test.each([
	[
		'EACCES',
		'/srv/a.part',
		'لا يُسمح لحسابك بقراءة /srv أو الكتابة فيه. اجعله ملكًا لحسابك (chown) أو امنحه ذلك (chmod u+rw)، وأغلق ما يفتح ملفاته من برامج، ثم أعد البناء.\n',
	],
	[
		'ENOSPC',
		undefined,
		'امتلأ القرص الذي فيه / قبل أن يكتمل البناء. أفرغ مساحة فيه ثم أعد البناء.\n',
	],
])(
	'what the disk refuses to a step of the build is said in that sentence, and ends the build: %s',
	(code, path, sentence) => {
		const module = (path: string) =>
			JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href);
		const { status, stderr } = spawnSync(
			process.execPath,
			[
				'--input-type=module',
				'--eval',
				`import { printRefusals } from ${module('gates/refusals.ts')};
			const refused = Object.assign(new Error('refused'), ${JSON.stringify({ code, path })});
			await printRefusals({ name: 'a', hooks: { 'astro:config:setup': () => { throw refused; } } }).hooks['astro:config:setup']();`,
			],
			{ encoding: 'utf8', cwd: '/' },
		);
		expect([status, stderr]).toEqual([1, sentence]);
	},
);

describe('what the disk says, in a sentence that names the folder and the mend', () => {
	test.each([
		['a full disk', 'ENOSPC', /امتلأ القرص.*\/srv\/site .*أفرغ مساحة/],
		['a quota that is used up', 'EDQUOT', /quota.*\/srv\/site .*احذف/],
		['a disk to read only', 'EROFS', /\/srv\/site للقراءة فقط.*mount -o remount,rw/],
		[
			'a folder of somebody else',
			'EACCES',
			/لا يُسمح.*\/srv\/site أو الكتابة فيه\. .*chown.*chmod u\+rw/,
		],
		[
			'a file that a program holds, on Windows',
			'EPERM',
			/لا يُسمح.*\/srv\/site أو الكتابة فيه\. .*أغلق/,
		],
		['a folder that is a mount point', 'EBUSY', /\/srv\/site: هو مجلد مركّب.*ابنِ دون تركيب/],
		['a folder on another disk', 'EXDEV', /\/srv\/site: هو في نظام ملفات غير.*احذفه/],
	])('%s', (_name, code, expected) => {
		expect(diskSentence(code, '/srv/site')).toMatch(expected);
		expect(diskSentence(code, '/srv/site')).toMatch(/\.$/);
	});

	test.each([
		['a file that is not there', 'ENOENT'],
		['an error without a code', undefined],
	])('%s is none of the disk', (_name, code) => {
		expect(diskSentence(code, '/srv/site')).toBeUndefined();
	});
});

describe('the room that a build wants', () => {
	test.each([
		['the first build', 0, 50_000_000],
		['a site of 100 MB', 100_000_000, 350_000_000],
	])('%s', (_name, last, needed) => expect(roomNeeded(last)).toBe(needed));

	test('what there is is rounded down and what is wanted up', () => {
		expect(roomSentence(51_999_999, 52_000_001, '/srv/site')).toMatch(
			/\/srv\/site .*المتاح فيه 51 MB.* 53 MB\. أفرغ/,
		);
	});

	test('just enough is enough', () =>
		expect(roomSentence(52_000_000, 52_000_000, '/srv/site')).toBeUndefined());
});

describe('the path of the project', () => {
	test.each(['/srv/100%', '/srv/a%20b', '/srv/#1/site', '/srv/a?b', '/srv/"a"'])(
		'%s is refused',
		(folder) => {
			expect(pathSentence(folder)).toMatch(/مسار المشروع \/srv\/.* العلامة [%#?"]، .*انقل المشروع/);
		},
	);
	test.each([
		'/srv/site',
		'/srv/my site',
		'/srv/موقع الأخبار',
		"/srv/it's [1] {2} $3 & (4)+!;`",
		'C:\\sites\\khabar',
	])('%s will do', (folder) => {
		expect(pathSentence(folder)).toBeUndefined();
	});
});

describe('the memory that a build wants', () => {
	const MB = 1_000_000;
	test.each([
		['a laptop, one article', { machine: 8000 * MB, heap: 4000 * MB }, 1],
		['a small server, a thousand', { machine: 1500 * MB, heap: 500 * MB }, 1000],
		['a laptop, ten thousand', { machine: 8000 * MB, heap: 4000 * MB }, 10_000],
	])('is there: %s', (_name, memory, articles) =>
		expect(memorySentence(memory, articles)).toBeUndefined(),
	);

	test.each([
		[
			'a machine that is too small',
			{ machine: 1000 * MB, heap: 500 * MB },
			10_000,
			/1000 MB، وبناء المقالات \(عددها 10000\) يحتاج إلى نحو 2300 MB.*بذاكرة أكبر/,
		],
		[
			'a machine that is too small for the pictures of a thousand',
			{ machine: 1350 * MB, heap: 700 * MB },
			1000,
			/1350 MB، وبناء المقالات \(عددها 1000\) يحتاج إلى نحو 1400 MB/,
		],
		[
			'a heap that Node keeps small',
			{ machine: 8000 * MB, heap: 300 * MB },
			10_000,
			/300 MB.*نحو 750 MB.*NODE_OPTIONS=--max-old-space-size=1125 npm run build$/,
		],
	])('may be missing: %s', (_name, memory, articles, sentence) =>
		expect(memorySentence(memory, articles)).toMatch(sentence),
	);
});

describe('the fingerprint of a site', () => {
	const file = (path: string, text: string) => [path, Buffer.from(text)] as const;
	const site = [file('index.html', 'a'), file('about/index.html', 'b')];

	test('it is what the command in its description prints', () => {
		// printf a > index.html; mkdir about; printf b > about/index.html; find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum
		expect(fingerprint(site)).toBe(
			'7ea4fad4af51ac0fbc9569faa1b463f267e228968081040f566bfb7bc85f423c',
		);
	});

	test('the order in which the files are told does not matter', () =>
		expect(fingerprint([...site].reverse())).toBe(fingerprint(site)));

	test.each([
		['a byte', [file('index.html', 'A'), file('about/index.html', 'b')]],
		['a name', [file('index.htm', 'a'), file('about/index.html', 'b')]],
		['a file more', [...site, file('empty', '')]],
		['a file less', site.slice(1)],
		['two contents exchanged', [file('index.html', 'b'), file('about/index.html', 'a')]],
	])('it tells of %s', (_name, other) => expect(fingerprint(other)).not.toBe(fingerprint(site)));

	test('names are ordered by their bytes: ﷺ (U+FDFA) comes before 😀 (U+1F600)', () => {
		// The same command, with these two names; in UTF-16 they stand the other way round.
		expect(fingerprint([file('😀', 'a'), file('ﷺ', 'b')])).toBe(
			'50fca26112706c3617e572c0a00c0be53ecafed471541cb6353cb5bbd38d360d',
		);
	});
});
