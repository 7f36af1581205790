/** Names of writers in the frontmatter: each an item of its own, once, and nothing but the name. */
import { isScalar, isSeq } from 'yaml';
import { type Reading, yamlStart } from '../article/read.ts';
import {
	BEFORE,
	BETWEEN,
	namesIn,
	PERHAPS,
	plain,
	STOP,
	STROKE,
	withoutStroke,
} from './author-names.ts';
import type { SourceProblem } from './problem.ts';
import { lineOf } from './value-forms.ts';
import { replaced } from './yaml-edits.ts';

/** What is wrong with the list of `authors`. All of it has one mend: the list as it should be. */
export function authorProblems(reading: Reading): SourceProblem[] {
	const list = reading.document.get('authors', true);
	if (!isSeq(list)) return [];
	const items = list.items.flatMap((item) =>
		isScalar(item) && typeof item.value === 'string' && item.range
			? [{ text: item.value, offset: yamlStart(reading) + item.range[0] }]
			: [],
	);
	const names = items.flatMap(({ text }) => namesIn(text));
	const right = names.filter(
		(name, index) => names.findIndex((other) => plain(other) === plain(name)) === index,
	);
	const edits =
		items.length === list.items.length &&
		replaced(reading, ['authors'], yamlStart(reading), lineOf('authors', right));
	const seen = new Set<string>();
	return items.flatMap(({ text, offset }, index) => {
		const say = (message: string, isSure = true): SourceProblem => ({
			offset,
			field: `authors[${index}]`,
			message,
			severity: 'warning',
			...(isSure && edits && { edits }),
		});
		const [between] = BETWEEN.exec(text) ?? [];
		const [before] = BEFORE.exec(text) ?? [];
		const name = text.replace(BEFORE, '');
		const [stroke] = STROKE.exec(name) ?? [];
		const [perhaps] = PERHAPS.exec(withoutStroke(name)) ?? [];
		const own = namesIn(text).map(plain);
		const isKnown = own.some((name) => seen.has(name));
		for (const name of own) seen.add(name);
		return [
			...(own.length > 1 && between
				? [
						say(
							`اسمان ${/و/.test(between) ? 'بينهما واو' : `بينهما ${between.trim()}`} يُقرآن اسمًا واحدًا. اكتب الفاصلة , مكانها.`,
						),
					]
				: []),
			...(perhaps
				? [
						say(
							`«${text}» يُقرأ اسمًا واحدًا. إن كانا اسمين فاكتب الفاصلة , مكان ${perhaps.trim()}، وإن كان أحدهما مكانًا أو صفة فاحذفه.`,
							false,
						),
					]
				: []),
			...(before ? [say(`«${before.trim()}» ليست من الاسم. احذفها.`)] : []),
			...(stroke ? [say(`لا شرطة بعد اللقب. اكتب «${withoutStroke(name)}».`)] : []),
			...(STOP.test(text) ? [say('النقطة في آخر الاسم ليست منه. احذفها.')] : []),
			...(isKnown ? [say(`الاسم «${text}» مكرر. احذف أحدهما.`)] : []),
		];
	});
}
