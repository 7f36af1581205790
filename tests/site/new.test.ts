import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, type Project } from '../project.ts';

let project: Project;
beforeAll(async () => {
	project = await copyProject();
});
afterAll(() => project?.remove());

/** Runs `npm run new` with what is typed, a line an answer. */
const run = (args: string[], typed = '') =>
	new Promise<{ code: number | null; output: string }>((resolve) => {
		const child = spawn(process.execPath, ['src/desk/new.ts', ...args], {
			cwd: project.folder,
			env: { ...process.env, SITE_URL: 'https://almanara.example/news/' },
		});
		let output = '';
		for (const stream of [child.stdout, child.stderr])
			stream.setEncoding('utf8').on('data', (text: string) => {
				output += text;
			});
		child.on('close', (code) => resolve({ code, output }));
		child.stdin.end(typed);
	});
const written = (slug: string) =>
	readFileSync(join(project.folder, `content/articles/${slug}.mdx`), 'utf8');

test('a new article is asked for, again where an answer is wrong, and written under the proposed name', async () => {
	const { code, output } = await run(
		[],
		'ق\nسوق الزيتون يفتح أبوابه\nيبيع 80 مزارعًا زيتهم.\nأسواق\nإربد\nسوق\n\n',
	);
	expect(output).toContain('عنوان المقال: الطول 1');
	expect(output).toContain('اسم الملف [swq-alzytwn-yfth-abwabh]: «سوق» لا يصلح اسمًا');
	expect(output).toContain('http://localhost:4321/news/articles/swq-alzytwn-yfth-abwabh/');
	expect(code).toBe(0);
	expect(written('swq-alzytwn-yfth-abwabh')).toMatch(
		/^---\nheadline: سوق الزيتون يفتح أبوابه\ndek: .*\ntopic: أسواق\ndateline: إربد\npublished: \d{4}-\d{2}-\d{2}\ndraft: true\n---\n/,
	);
});

test('nothing is written over: a name that is taken is refused, and what is missing is named', async () => {
	const before = written('street-lights');
	const facts = ['--headline', 'مصابيح أخرى في شوارع السلط', '--dek', 'جملة.', '--topic', 'محليات'];
	const taken = await run([...facts, '--dateline', 'السلط', '--slug', 'street-lights']);
	expect(taken.output).toContain('street-lights.mdx موجود');
	expect(taken.code).toBe(1);
	expect(written('street-lights')).toBe(before);
	const unfinished = await run(facts);
	expect(unfinished.output).toContain('--dateline "…"');
	expect(unfinished.code).toBe(1);
});
