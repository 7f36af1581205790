import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const DOC = readFileSync(new URL('../../docs/publishing.md', import.meta.url), 'utf8');
/** The steps that it gives, as a shell runs them; and what a copy without the history runs first. */
const [, steps = ''] = /## نسخة جديدة من المحرّك\n.*?```sh\n(.*?)```/s.exec(DOC) ?? [];
const [, begin = ''] = /`(git merge -s ours .*?)`/.exec(DOC) ?? [];

let home: string;
beforeAll(() => void (home = mkdtempSync(join(tmpdir(), 'new-version-'))));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const sh = (folder: string, script: string) =>
	execFileSync('bash', ['-euc', script], {
		cwd: join(home, folder),
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			// In a hook Git names its own repository here.
			...Object.fromEntries(
				Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')),
			),
			GIT_CONFIG_GLOBAL: '/dev/null',
			GIT_CONFIG_SYSTEM: '/dev/null',
			GIT_AUTHOR_NAME: 'a',
			GIT_AUTHOR_EMAIL: 'a@a.example',
			GIT_COMMITTER_NAME: 'a',
			GIT_COMMITTER_EMAIL: 'a@a.example',
		},
	});
function commit(folder: string, files: Record<string, string>, deleted: readonly string[] = []) {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(home, folder, path)), { recursive: true });
		writeFileSync(join(home, folder, path), text);
	}
	for (const path of deleted) rmSync(join(home, folder, path));
	sh(folder, 'git add -A && git commit -qm change');
}
const filesOf = (folder: string) =>
	Object.fromEntries(
		sh(folder, 'git -c core.quotePath=false ls-files && git status --short >&2')
			.trim()
			.split('\n')
			.map((path) => [path, readFileSync(join(home, folder, path), 'utf8')]),
	);

const ENGINE = {
	'content/articles/demonstration.mdx': '1',
	'content/pages/about.mdx': '1',
	'public/.gitkeep': '',
	'src/engine.ts': '1',
	'src/gone.ts': '1',
	'src/site.ts': '1',
};

test.each<[string, (mine: string) => void]>([
	['by a fork', (mine) => sh('.', `git clone -q engine ${mine}`)],
	[
		'by a fork with nothing in public',
		(mine) => {
			sh('.', `git clone -q engine ${mine}`);
			commit(mine, {}, ['public/.gitkeep']);
		},
	],
	[
		'by a copy without the history',
		(mine) => {
			sh('.', `git init -qb main ${mine}`);
			commit(mine, ENGINE);
			sh(mine, `git fetch -q ../engine main && ${begin.replace('engine/main', 'FETCH_HEAD')}`);
		},
	],
])('a new version of the engine is taken %s, and what is the publisher’s stays', (way, copy) => {
	const mine = way.replaceAll(' ', '-');
	rmSync(join(home, 'engine'), { recursive: true, force: true });
	sh('.', 'git init -qb main engine');
	commit('engine', ENGINE);
	copy(mine);
	const own = way.endsWith('public') ? {} : { 'public/.gitkeep': '', 'public/logo.svg': 'mine' };
	commit(mine, { 'content/articles/story.mdx': 'mine', 'src/site.ts': 'mine', ...own }, [
		'content/articles/demonstration.mdx',
	]);
	commit(
		'engine',
		{
			'content/articles/demonstration.mdx': '2',
			'content/articles/second.mdx': '2',
			'content/pages/about.mdx': '2',
			'public/favicon.svg': '2',
			'src/engine.ts': '2',
			'src/new.ts': '2',
			'src/site.ts': '2',
		},
		['src/gone.ts'],
	);
	sh(mine, steps.replace(/https:\S+/, '../engine').replace(/^npm .*$/m, ''));
	expect(filesOf(mine)).toEqual({
		'content/articles/story.mdx': 'mine',
		'content/pages/about.mdx': '1',
		...own,
		'src/engine.ts': '2',
		'src/new.ts': '2',
		'src/site.ts': 'mine',
	});
	expect(sh(mine, 'git status --porcelain')).toBe('');
});
