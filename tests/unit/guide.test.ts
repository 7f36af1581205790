import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { COMPONENTS } from '../../src/desk/components.ts';
import { articleProblems } from '../../src/desk/judge.ts';
import { mendArticle } from '../../src/desk/mend.ts';
import { examples, withTables } from '../guide/guide.ts';

const docs = fileURLToPath(new URL('../../docs', import.meta.url));
const guide = readFileSync(`${docs}/writing.md`, 'utf8');
const shown = examples(guide);

test('the tables of keys are those of the schema: after a change of it, npm run guide', () => {
	expect(guide).toBe(withTables(guide));
	const named = (key: string) =>
		expect(guide).toMatch(new RegExp(`^\\| (?:\`[\\w.]+\` · )*\`${key}\``, 'm'));
	// At the top, within a group, in a list, of two groups alike, of a page.
	for (const key of ['headline', 'source.url', 'programme.items', 'host.acronym', 'footer'])
		named(key);
});

describe('each example is right, and has its picture', () => {
	test.each(shown.map(({ name, file, text }) => [name, file, text]))('%s', (name, file, text) => {
		expect(articleProblems(file, text, { exists: () => true, publications: new Map() })).toEqual(
			[],
		);
		expect(mendArticle(file, text).changes).toEqual([]);
		expect(existsSync(`${docs}/pictures/${name}.webp`)).toBe(true);
	});

	test('and the smallest article has six lines', () => {
		const [, smallest = ''] = /```mdx\n([\s\S]*?)```/.exec(guide) ?? [];
		expect(
			articleProblems('content/articles/a.mdx', smallest, {
				exists: () => false,
				publications: new Map(),
			}),
		).toEqual([]);
		expect(smallest.split('\n').filter((line) => /\p{L}|\d/u.test(line)).length).toBe(6);
	});

	test.each([...new Set(Object.values(COMPONENTS).flatMap((all) => Object.keys(all)))])(
		'%s is among them',
		(component) =>
			expect(shown.filter(({ text }) => text.includes(`<${component}`))).not.toEqual([]),
	);
});
