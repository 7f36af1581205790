import { withoutFrontmatter } from '../article/read.ts';
import { CODE, isWithin, spansOf } from '../article/spans.ts';
import { edit, type SourceProblem } from './problem.ts';
import type { Edit } from './rules/rule.ts';

/** Tags of HTML that come along when a text is copied from a page, and what to write instead. */
const INSTEAD: Record<string, string> = {
	a: 'اكتب [النص](https://…)',
	b: 'اكتب **النص**',
	strong: 'اكتب **النص**',
	i: 'اكتب *النص*',
	em: 'اكتب *النص*',
	s: 'اكتب ~~النص~~',
	del: 'اكتب ~~النص~~',
	img: 'ضع الصورة بجوار المقال واكتب ![الوصف](./photo.jpg)',
	iframe: 'اكتب <Video url="https://…" title="…"> أو <Embed url="https://…" title="…">',
	video: 'اكتب <Video url="https://…" title="…">',
	script: 'احذفه بما فيه',
	style: 'احذفه بما فيه',
	hr: 'اكتب --- بين سطرين فارغين',
	li: 'ابدأ السطر بـ «- »',
	blockquote: 'ابدأ الفقرة بـ «> »',
	code: 'اكتب `النص`',
	sup: 'اكتب الحرف المرتفع نفسه، مثل م²',
	sub: 'اكتب الحرف المنخفض نفسه، مثل CO₂',
	table: 'اكتب الجدول بعلامات |، وتحت رأسه سطر ---',
	...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, 'ابدأ السطر بـ ##'])),
};

/**
 * What stands about a text in place of a tag; nothing where the tag says no more than how it
 * looked.
 */
const MARKS: Record<string, string> = {
	...{ b: '**', strong: '**', i: '*', em: '*', s: '~~', del: '~~' },
	...Object.fromEntries(
		['span', 'font', 'u', 'small', 'big', 'mark', 'ins'].map((tag) => [tag, '']),
	),
};
const PAIR = new RegExp(
	String.raw`<(${Object.keys(MARKS).join('|')})(\s[^<>\n]*)?>(\s*)([^<>\n]*?)(\s*)<\/\1>`,
	'g',
);

/**
 * Signs of Markdown for tags about words in one line, the inner ones first. A direction or a
 * language is for a person to say.
 */
export function markEdits(source: string): Edit[] {
	return Array.from(source.matchAll(PAIR)).flatMap(
		({ 0: whole, 1: tag = '', 2: attributes = '', 3: before, 4: words, 5: after, index }) => {
			if (/\b(?:dir|lang)=/.test(attributes)) return [];
			const mark = words ? MARKS[tag] : '';
			return edit(index, whole.length, `${before}${mark}${words}${mark}${after}`);
		},
	);
}

/** What to write instead of a tag, without its stop. */
const insteadOf = (name: string) =>
	Object.hasOwn(INSTEAD, name) ? INSTEAD[name] : 'احذفه وأبقِ ما بداخله';

/**
 * Whether a name is one of HTML: components begin with a capital. `<br>` and `<bdi>` may stand in a
 * text.
 */
export const isTag = (name: string) => /^[a-z]/.test(name) && !/^(?:br|bdi)$/.test(name);

/**
 * A text that came with the tags of a site or a program, told once; undefined where they are few.
 */
export function pastedHtml(source: string): SourceProblem | undefined {
	const start = source.length - withoutFrontmatter(source).length;
	const code = spansOf(CODE, source);
	const tags = Array.from(source.matchAll(/<([a-z][\w:]*)(?=[\s/>])[^<>]*>/g)).filter(
		({ 1: name = '', index }) => isTag(name) && index >= start && !isWithin(code, index),
	);
	const [first] = tags;
	if (!first || tags.length < 3) return undefined;
	const byMend = Map.groupBy(new Set(tags.map(({ 1: name = '' }) => name)), insteadOf);
	const mends = Array.from(byMend, ([instead, names]) =>
		[names.map((name) => `<${name}>`).join(' '), instead].join(': '),
	);
	const edits = markEdits(source).filter(
		({ offset }) => offset >= start && !isWithin(code, offset),
	);
	return {
		offset: first.index,
		...(edits.length > 0 && { edits }),
		message: `في النص وسوم HTML عددها ${tags.length}، من موقع أو برنامج نُسخ منه، ولا تُقبل هنا. الصقه بلا تنسيق (Ctrl+Shift+V)، أو اكتب مكان كل وسم ما يقابله. ${mends.join('؛ ')}.`,
	};
}

/**
 * What is wrong with an element of HTML, with its mend; undefined for a name that begins with a
 * capital, as components do.
 * @param known The components that may be used here.
 */
export function htmlSentence(name: string, known: readonly string[] = []): string | undefined {
	if (!/^[a-z]/.test(name)) return undefined;
	const meant = known.find((component) => component.toLowerCase() === name);
	if (meant) return `المكوّن <${name}> غير معروف. اكتبه <${meant}>.`;
	return `الوسم <${name}> من HTML ولا يُقبل هنا. ${insteadOf(name)}.`;
}
