/**
 * Runs real texts through the gate, as an editor would have pasted them:
 * `npm run bench -- text CORPUS.jsonl`. A line of the file:
 * `{ "src": …, "genre": …, "paras": [ … ] }`. Paragraphs become a body with an empty line between
 * them; no sign is escaped, and the frontmatter is one that passes.
 *
 * Prints hits by rule for 10,000 words, articles refused before and after `npm run fix`, and what
 * must be nothing: changes of a second fix, and lines whose letters and digits a reader sees
 * otherwise after a fix (UAX #9, by bidi-js).
 */
import { readFileSync } from 'node:fs';
import bidiFactory from 'bidi-js';
import { readContent } from '../../src/article/read.ts';
import { sourceProblems } from '../../src/desk/judge.ts';
import { mendArticle } from '../../src/desk/mend.ts';

const FRONTMATTER = `---
headline: عنوان طويل بما يكفي
dek: جملة تحت العنوان.
topic: موضوع
dateline: مدينة
source: { name: وكالة }
published: 2015-06
---

`;
const FILE = 'content/articles/sample.mdx';
const surroundings = { exists: () => true, publications: new Map<string, number>() };
const bidi = bidiFactory();

/** Other signs for the same letter or digit: what a fix may change. */
const SAME: Record<string, string> = { ک: 'ك', ھ: 'ه', ی: 'ي', ى: 'ي' };

/** The letters and digits of a line in the order in which they are seen from the left. */
function seen(line: string): string {
	const levels = bidi.getEmbeddingLevels(line, 'rtl');
	return bidi
		.getReorderedIndices(line, levels)
		.map((index) => line[index] ?? '')
		.join('')
		.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => `${digit.charCodeAt(0) & 15}`)
		.replace(/[کھیى]/g, (letter) => SAME[letter] ?? letter)
		.replace(/[^\p{L}\p{Nd}]|\u0640/gu, '');
}

/** Entities as readers see them; marks of a list are no text. */
const shown = (line: string) =>
	line
		.replace(/\[([^[\]]*)\]\([^\s()]*\)/g, '$1')
		.replace(/&(?:#\d+|\w+);/g, ' ')
		.replace(/^\s*(?:[-*•●▪]|\d{1,2}\s*[.\-)–]|[أابجدهوزحطي]\s*[-.)–])\s*/, '');

/** Lines whose letters or digits the fix has changed or reordered. */
function altered(before: string, after: string): string[] {
	const [old, mended] = [before, after].map((text) =>
		text.split(/\n/).map((line) => seen(shown(line))),
	);
	return (old ?? []).flatMap((line, index) =>
		line === mended?.[index] ? [] : [`${line} | ${mended?.[index]}`],
	);
}

/** Measures the corpus in a file and prints a table. */
export function measureText(path: string): void {
	const lines = readFileSync(path, 'utf8').trim().split('\n');
	const hits = new Map<string, { count: number; mended: number; isError: boolean }>();
	const refusals: string[] = [];
	const left: string[] = [];
	const turned: string[] = [];
	let words = 0;
	let restless = 0;
	for (const [index, line] of lines.entries()) {
		const { src, paras } = JSON.parse(line) as { src: string; paras: string[] };
		const raw = `${FRONTMATTER}${paras.map((text) => text.trim()).join('\n\n')}\n`;
		words += paras.join(' ').split(/\s+/).length;
		const problems = sourceProblems(FILE, raw, surroundings);
		for (const { rule = 'other', severity, edits } of problems) {
			const row = hits.get(rule) ?? { count: 0, mended: 0, isError: false };
			row.count++;
			if (edits) row.mended++;
			row.isError ||= !severity;
			hits.set(rule, row);
		}
		const told = (list: typeof problems) =>
			list.flatMap(({ severity, message }) =>
				severity ? [] : [`${index + 1} ${src}: ${message}`],
			);
		const errors = told(problems);
		if (errors[0]) refusals.push(errors[0]);
		const { text } = mendArticle(FILE, raw);
		const errorsLeft = told(sourceProblems(FILE, text, surroundings));
		if (errorsLeft[0]) left.push(errorsLeft[0]);
		if (mendArticle(FILE, text).text !== text) restless++;
		for (const change of altered(readContent(FILE, raw).source, readContent(FILE, text).source))
			turned.push(`${index + 1} ${src}: ${change}`);
	}
	const percent = (count: number) => `${count} (${((count / lines.length) * 100).toFixed(2)} %)`;
	console.log(`${lines.length} articles, ${words} words\n`);
	console.log('| rule | hits | for 10,000 words | mended by fix | |\n|---|--:|--:|--:|---|');
	for (const [rule, { count, mended, isError }] of [...hits].sort(
		(a, b) => b[1].count - a[1].count,
	))
		console.log(
			`| ${rule} | ${count} | ${((count / words) * 10_000).toFixed(1)} | ${mended} | ${isError ? 'error' : 'warning'} |`,
		);
	console.log(`\nrefused as published: ${percent(refusals.length)}`);
	for (const refusal of refusals) console.log(`  ${refusal}`);
	console.log(`refused after fix: ${percent(left.length)}`);
	for (const refusal of left) console.log(`  ${refusal}`);
	console.log(`changed by a second fix: ${restless}`);
	console.log(`lines seen otherwise after fix: ${turned.length}`);
	for (const change of turned.slice(0, 20)) console.log(`  ${change}`);
}
