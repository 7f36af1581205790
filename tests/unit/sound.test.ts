import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { countEngineVersion } from '../../src/cache.ts';
import { fileProblems } from '../../src/desk/judge.ts';
import { judgeFiles } from '../../src/desk/sound.ts';

const FILE = 'content/articles/bridge.mdx';
const text = (body: string) => `---
headline: جسر جديد يصل ضفتي النهر
dek: فُتح الجسر صباح اليوم أمام المارة بعد عامين من العمل.
topic: محليات
dateline: عمّان
published: 2024-05-14
---

${body}
`;
const SOUND =
	'عبر المئات [الجسر](/articles/river/) في يومه الأول.\n\n![الجسر عند الفجر](./bridge.jpg)';

let project: string;
beforeEach(() => {
	project = mkdtempSync(join(tmpdir(), 'sound-'));
	mkdirSync(join(project, 'src'));
	writeFileSync(join(project, 'src/site.ts'), 'export const site = {};');
	writeFileSync(join(project, 'src/engine.ts'), '1');
});
afterEach(() => rmSync(project, { recursive: true }));

interface State {
	body?: string;
	published?: number | undefined;
	exists?: boolean;
}

/** Judges the one article of a project, and tells what was found, and whether it was read for that. */
async function judge({ body = SOUND, exists = true, ...state }: State = {}) {
	const spy = vi.fn(fileProblems);
	const bytes = Buffer.from(text(body));
	const published = 'published' in state ? state.published : Date.parse('2024-01-01');
	const problems = await judgeFiles(
		[{ file: FILE, bytes, raw: bytes.toString() }],
		() => ({
			exists: () => exists,
			publications: new Map(published ? [['river', published]] : []),
		}),
		project,
		spy,
	);
	return { found: problems.length, isJudged: spy.mock.calls.length > 0 };
}

test('a sound text is judged once', async () => {
	expect(await judge()).toEqual({ found: 0, isJudged: true });
	expect(await judge()).toEqual({ found: 0, isJudged: false });
});

test.each<[string, () => Promise<unknown>, number]>([
	['its words', () => judge({ body: `${SOUND}\n\nوعاد آخرون.` }), 0],
	['a mistake in them', () => judge({ body: `${SOUND}\n\nوعاد  آخرون، ،` }), 1],
	['a picture that went', () => judge({ exists: false }), 1],
	['an article that went, to which it leads', () => judge({ published: undefined }), 1],
	['one that became a draft', () => judge({ published: Infinity }), 1],
	['one that is published on another day', () => judge({ published: 1 }), 0],
	[
		'the engine',
		async () => {
			writeFileSync(join(project, 'src/engine.ts'), '2');
			countEngineVersion(project);
			return judge();
		},
		0,
	],
	[
		'the facts of the site',
		async () => {
			writeFileSync(join(project, 'src/site.ts'), 'export const site = { digits: "arab" };');
			return judge();
		},
		0,
	],
])('it is judged anew after a change of %s', async (_change, change, least) => {
	await judge();
	expect(await change()).toMatchObject({ isJudged: true });
	if (least) expect(await change()).not.toMatchObject({ found: 0 });
});

test('a text with a problem is judged in each build, and told each time', async () => {
	await judge({ exists: false });
	expect(await judge({ exists: false })).toMatchObject({ isJudged: true, found: 1 });
});
