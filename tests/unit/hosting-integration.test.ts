import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import hosting from '../../src/hosting/integration.ts';
import { leftovers, publicProblems } from '../../src/hosting/public-files.ts';

const HOSTS = ['NETLIFY', 'VERCEL', 'CF_PAGES', 'GITHUB_ACTIONS', 'GITLAB_CI', 'RENDER', 'CI'];
const NETLIFY = { NETLIFY: 'true', URL: 'https://example.org' };
const GITLAB = { GITLAB_CI: 'true', CI_PAGES_URL: 'https://example.org' };
const GITHUB = { GITHUB_ACTIONS: 'true', SITE_URL: 'https://example.org/' };
const CLOUDFLARE = { CF_PAGES: '1', CF_PAGES_URL: 'https://example.org' };
const RENDER = { RENDER: 'true', RENDER_EXTERNAL_URL: 'https://example.org' };

beforeEach(() => {
	for (const name of [...HOSTS, 'SITE_URL', 'COMPRESS']) vi.stubEnv(name, '');
});

/** What the integration does when it stands alone. `files` are what is built before it. */
async function host(
	env: Record<string, string>,
	redirects: string | Buffer = '',
	files: Record<string, string> = {},
): Promise<{ said: string; refused: string; files: string[]; read(file: string): string }> {
	for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
	const folder = mkdtempSync(join(tmpdir(), 'hosting-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	for (const [path, text] of Object.entries({
		'content/redirects.txt': redirects,
		'dist/index.html': '<meta charset="utf-8">',
		...Object.fromEntries(Object.entries(files).map(([path, text]) => [`dist/${path}`, text])),
	})) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	let [said, refused] = ['', ''];
	const logger = { warn: (text: string) => void (said += text) };
	const root = pathToFileURL(`${folder}/`);
	const hooks = hosting().hooks as Record<string, (options: unknown) => unknown>;
	try {
		await hooks['astro:config:setup']?.({
			command: 'build',
			config: { root, cacheDir: new URL('cache/', root) },
			logger,
		});
		const done = { dir: new URL('dist/', root), logger } as never;
		await leftovers().hooks['astro:build:done']?.(done);
		await hooks['astro:build:done']?.(done);
	} catch (error) {
		refused = (error as Error).message;
	}
	return {
		said,
		refused,
		files: readdirSync(join(folder, 'dist'), { recursive: true }).map(String).sort(),
		read: (file) => readFileSync(join(folder, 'dist', file), 'utf8'),
	};
}

test.each([
	['GitHub Pages, which has no redirects', GITHUB, true],
	['Render, whose redirects stand elsewhere', RENDER, true],
	['Cloudflare, where a redirect comes before a page', CLOUDFLARE, true],
	['Netlify, where a page would hide the redirect', NETLIFY, false],
	['GitLab, the same', GITLAB, false],
])('an old address has a page on %s: %j %s', async (_host, env, isPage) => {
	const { files, said, read } = await host(env, '/old /');
	expect(files).toContain('_redirects');
	expect(files.includes('old/index.html')).toBe(isPage);
	// It leads to the site's own base.
	if (isPage) expect(read('old/index.html')).toContain('url=https://almanara.example/news/"');
	expect(said).toBe('');
});

test('an old address that can have no page keeps its redirect', async () => {
	const long = 'ع'.repeat(130);
	const { files, read, refused } = await host(GITHUB, `/${long} /\n/a.html /\n/a.html/b /\n/c /\n`);
	expect(refused).toBe('');
	expect(files.filter((name) => /^(?:a|c|ع).*(?<!\.br|\.gz)$/.test(name))).toEqual([
		'a.html',
		'c',
		'c/index.html',
	]);
	for (const from of [encodeURI(`/${long}`), '/a.html/b'])
		expect(read('_redirects')).toContain(`/news${from} /news/ 301\n`);
});

test('redirects in another encoding are told so', async () => {
	const { refused } = await host(GITHUB, Buffer.from([0x2f, 0xde, 0xcf, 0x20, 0x2f]));
	expect(refused).toMatch(/content\/redirects\.txt: الملف محفوظ بترميز غير UTF-8/);
});

test.each([
	['GitHub', GITHUB, /روابط فيها علامة استفهام، عددها 1، ولا يحوّلها/],
	['Cloudflare', CLOUDFLARE, /عددها 1، ولا يحوّلها/],
	['GitLab', GITLAB, /عددها 1، ولا يحوّلها/],
	['Netlify', NETLIFY, /^$/],
])('%s says what it makes of a query: %j', async (_host, env, sentence) =>
	expect((await host(env, '/old?p=12 /')).said).toMatch(sentence),
);

describe('without an address', () => {
	test('a machine that publishes builds nothing', async () => {
		const { refused, files } = await host({ CI: 'true' });
		expect(refused).toContain('لم يُحدَّد رابط الموقع، والبناء هنا (CI) للنشر');
		expect(files).toEqual(['index.html']);
	});

	test('one’s own machine builds, loudly', async () => {
		const { said, files } = await host({});
		expect(said).toMatch(/لم يُحدَّد رابط الموقع[\s\S]*SITE_URL=https:/);
		expect(files).toContain('build.json');
	});
});

test('what is wrong with the redirects is told, all of it at once', async () => {
	const { refused } = await host(GITHUB, '/c /\n/a /none/\nold /\n');
	expect(refused).toBe(`الروابط المحوَّلة: خطآن. صحّح ما يلي ثم أعد البناء.
content/redirects.txt:2: وجهة /a لا صفحة فيها: /none/. صحّحها، أو احذف السطر.
content/redirects.txt:3: الرابط القديم «old» لا يبدأ بشرطة مائلة. اكتب /old`);
});

test('a redirect may lead to an element of a page, not to what stands in its head or its code', async () => {
	const page = `<meta name="description"><p title=' id="title" ' id=part><a name=place></a><pre>&lt;p id="code"&gt;</pre>`;
	const { refused } = await host(
		GITHUB,
		'/a /p/#part\n/old /p/#place\n/b /p/#description\n/c /p/#title\n/d /p/#code\n',
		{ 'p/index.html': page },
	);
	expect(refused.match(/(?<=redirects\.txt:)\d/g)).toEqual(['3', '4', '5']);
});

test.each([
	[
		'another domain',
		'other.example\n',
		/^في public\/CNAME النطاق «other\.example»، والموقع مبني على almanara\.example\./,
	],
	['the domain of the site', 'almanara.example\n', /^$/],
])('CNAME with %s', async (_name, domain, sentence) => {
	const { said, read } = await host(GITHUB, '', { CNAME: domain });
	expect(said).toMatch(sentence);
	expect(read('CNAME')).toBe(domain);
});

test('what Git, editors and file managers leave in public/ is not published', async () => {
	const { files, said } = await host(GITHUB, '', {
		'.gitkeep': 'a',
		'.well-known/assetlinks.json': '[]',
		'.well-known/.DS_Store': 'a',
		'.htaccess': 'a',
		'files/.gitignore': 'a',
		'.DS_Store': 'a',
		'report.pdf': 'a',
		'files/.DS_Store': 'a',
		'files/Thumbs.db': 'a',
		'files/ehthumbs.db': 'a',
		'files/thumbs.db': 'a',
		'files/desktop.ini': 'a',
		'files/Icon\r': 'a',
		'files/#a.txt#': 'a',
		'__MACOSX/files/._a.jpg': 'a',
		'files/~$report.docx': 'a',
		'index.txt~': 'a',
		'files/a.pdf.bak': 'a',
		'files/a.pdf': 'a',
	});
	expect(files.filter((file) => !file.endsWith('.br') && !file.endsWith('.gz'))).toEqual([
		'.htaccess',
		'.nojekyll',
		'.well-known',
		'.well-known/assetlinks.json',
		'_headers',
		'_redirects',
		'build.json',
		'files',
		'files/a.pdf',
		'index.html',
		'report.pdf',
	]);
	expect(said).toBe('');
});

test.each([
	['passwords', '.env', '.env'],
	['a history of Git', '.git/objects/ab/cd', '.git'],
	['a submodule of Git', 'files/.git', 'files/.git'],
	['passwords that Apache reads', '.htpasswd', '.htpasswd'],
	['a hidden file where public ones are', '.well-known/.secret', '.well-known/.secret'],
	['what an editor keeps', 'files/.a.txt.swp', 'files/.a.txt.swp'],
])('a hidden file in public/ is not published, and named: %s', async (_name, file, named) => {
	const { files, said } = await host(GITHUB, '', { [file]: 'secret' });
	expect(files).not.toContain(named);
	expect(said).toBe(
		`لم يُنشر public/${named}، فما يبدأ اسمه بنقطة مخفي لا يُنشر. إن أردت نشره فسمّه بلا نقطة، وإلا فانقله من public/.`,
	);
});

test.each(['sw.js', 'build.json'])(
	'a %s of the publisher is told that the engine writes its own',
	async (name) => {
		const { said } = await host(GITHUB, '', { [`../public/${name}`]: 'a' });
		expect(said).toBe(`لم يُنشر public/${name}، ففي موضعه ملف يكتبه المحرّك. غيّر اسمه إن أردت نشره.`);
	},
);

test('links in public/ that lead nowhere, or to what holds them, are named before anything is built', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'public-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	mkdirSync(join(folder, 'public/files/deep'), { recursive: true });
	writeFileSync(join(folder, 'public/files/a.txt'), 'a');
	for (const [target, name] of [
		['nowhere.pdf', 'lost.pdf'],
		['.', 'self'],
		['/', 'whole'],
		['..', 'files/deep/up'],
		['files/a.txt', 'a.txt'],
		['deep', 'files/deeper'],
	] as const)
		symlinkSync(target, join(folder, 'public', name));
	const problems = await publicProblems(pathToFileURL(`${folder}/`));
	expect(problems.map(({ file, message }) => `${file}: ${message}`).sort()).toEqual(
		['files/deep/up', 'lost.pdf', 'self', 'whole'].map(
			(name) => `public/${name}: وصلة (symlink) لا تؤدي إلى ملف. صحّحها أو احذفها.`,
		),
	);
});

test('a file where the site has a folder is refused', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'public-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	for (const path of ['public/files/articles', 'content/pages'])
		mkdirSync(join(folder, path), { recursive: true });
	for (const file of ['public/articles', 'public/about', 'public/other', 'content/pages/about.mdx'])
		writeFileSync(join(folder, file), 'a');
	const problems = await publicProblems(pathToFileURL(`${folder}/`));
	expect(problems.map(({ file, message }) => `${file}: ${message}`).sort()).toEqual([
		'public/about: للموقع مجلد باسم about/، فلا يُنشر ملف بهذا الاسم. سمِّه باسم آخر أو احذفه.',
		'public/articles: للموقع مجلد باسم articles/، فلا يُنشر ملف بهذا الاسم. سمِّه باسم آخر أو احذفه.',
	]);
});

test('a link out of the project is warned of, and a name that Windows took for a folder refused', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'public-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	mkdirSync(join(folder, 'paper/public/files'), { recursive: true });
	mkdirSync(join(folder, 'paper/media'));
	mkdirSync(join(folder, 'paper-secrets'));
	writeFileSync(join(folder, 'paper/public/files\\a.txt'), 'a');
	symlinkSync('../media', join(folder, 'paper/public/media'));
	symlinkSync('../../paper-secrets', join(folder, 'paper/public/out'));
	const problems = await publicProblems(pathToFileURL(`${folder}/paper/`));
	expect(problems).toEqual([
		{
			file: 'public/files\\a.txt',
			message:
				'في اسم الملف «files\\a.txt» شرطة Windows (\\)، فكأنه في مجلد وليس فيه. انقله إلى مجلده وسمِّه بلا شرطة.',
		},
		{
			file: 'public/out',
			message: `وصلة (symlink) إلى خارج المشروع، ويُنشر ما فيها: ${folder}/paper-secrets. إن لم ترد ذلك فاحذفها.`,
			severity: 'warning',
		},
	]);
});
