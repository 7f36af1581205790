import { type Reading, yamlStart } from '../article/read.ts';
import type { SourceProblem } from './problem.ts';

/** A line of YAML: a key, an item, something within them, a comment. */
const YAML_LINE = /^(?:[\p{L}\p{M}\w][\p{L}\p{M}\w ]*:(?:\s|$)|- |[ \t]|#|$)/u;

/**
 * A frontmatter whose closing line is missing or misspelt; undefined where it is closed, or does
 * not begin.
 */
export function unclosedFrontmatter({ source, yaml, data }: Reading): SourceProblem | undefined {
	if (!/^---[ \t]*\n/.test(source) || (yaml !== undefined && data !== undefined)) return undefined;
	const start = yamlStart({ source });
	const lines = (yaml === undefined ? source.slice(start) : yaml).split('\n');
	const end = lines.findIndex(
		(line, index) =>
			// The body begins after an empty line. Text between keys is a mistake in the YAML.
			/^(?:[-\u2013\u2014_*=]{2,}|\u2014)[ \t]*$/.test(line) ||
			(!YAML_LINE.test(line) && (yaml === undefined || lines[index - 1]?.trim() === '')),
	);
	if (yaml !== undefined && end < 0) return undefined;
	const before = end < 0 ? lines : lines.slice(0, end);
	const last = before.findLastIndex((line) => line.trim() !== '');
	const isMisspelt = /^[-\u2013\u2014_*=]+[ \t]*$/.test(lines[end] ?? '');
	const line = isMisspelt ? end : last;
	const offset = start + lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
	return {
		offset: Math.min(offset, source.length),
		...(isMisspelt && {
			edits: [{ offset, length: lines[end]?.trimEnd().length ?? 0, text: '---' }],
		}),
		message: isMisspelt
			? `سطر --- الذي يغلق البيانات مكتوب «${lines[end]?.trim()}». اكتب ---`
			: 'سطر --- الذي يغلق البيانات ناقص. اكتبه وحده في سطر بعد هذا السطر، وهو آخر المفاتيح.',
	};
}
