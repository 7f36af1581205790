import type { Folder } from '../article/folders.ts';
import { SECTION_IDS, SECTIONS } from '../article/sections.ts';
import { type Element, startOf } from '../article/tree.ts';
import { htmlSentence, markEdits } from './html.ts';
import type { SourceProblem } from './problem.ts';
import { attributeProblems } from './prose.ts';

/** What writers may use in MDX, with the attributes of each. */
const EVERYWHERE: Record<string, readonly string[]> = {
	bdi: ['lang', 'dir'],
	Ltr: ['lang'],
	PullQuote: ['by'],
	Figure: ['caption', 'credit', 'wide'],
	Gallery: ['caption', 'credit'],
	Note: ['title'],
};
/** In articles alone: other pages do not carry their styles. */
const IN_TEXT: typeof EVERYWHERE = {
	Verse: ['by'],
	Interview: [],
	Quran: ['surah', 'ayah'],
	Hadith: ['source'],
	Video: ['url', 'title', 'length'],
	Embed: ['url', 'title'],
	File: ['src', 'title'],
};
/** Allowed components by content folder. Sections are for articles, `Contact` for pages. */
export const COMPONENTS: Record<Folder, typeof EVERYWHERE> = {
	articles: {
		...Object.fromEntries(SECTION_IDS.map((id) => [SECTIONS[id].component, []])),
		...EVERYWHERE,
		...IN_TEXT,
	},
	pages: { Contact: [], ...EVERYWHERE },
	people: EVERYWHERE,
};

/** Whether a text is well formed as a language of BCP 47. */
function isLanguage(code: string): boolean {
	try {
		return Intl.getCanonicalLocales(code).length === 1;
	} catch {
		return false;
	}
}

/** What is wrong with a component's name and attributes. Their texts are judged, too. */
export function componentProblems(
	node: Element,
	components: typeof EVERYWHERE,
	source: string,
	meant: readonly string[],
): SourceProblem[] {
	const name = node.name ?? '';
	const problem = (message: string): SourceProblem => ({ offset: startOf(node), message });
	const allowed = Object.hasOwn(components, name) ? components[name] : undefined;
	if (!allowed) {
		const names = Object.keys(components);
		const known = names.map((one) => `<${one}>`).join(' ');
		const edits = markEdits(source).filter(({ offset }) => offset === startOf(node));
		const unknown = problem(
			htmlSentence(name, names) ?? `المكوّن <${name}> غير معروف. المتاح: ${known}.`,
		);
		return [{ ...unknown, ...(edits.length > 0 && { edits }) }];
	}
	return node.attributes.flatMap((attribute) => {
		if (
			attribute.type !== 'mdxJsxAttribute' ||
			(attribute.value !== null && typeof attribute.value !== 'string')
		)
			return problem(`القيمة بين { } غير مسموحة في <${name}>. اكتبها نصًا بين علامتي " ".`);
		if (!allowed.includes(attribute.name))
			return problem(
				`الخاصية ${attribute.name} غير معروفة في <${name}>. ${allowed.length > 0 ? `المتاح: ${allowed.join('، ')}.` : 'احذفها.'}`,
			);
		const value = attribute.value ?? '';
		if (attribute.name === 'lang' && !isLanguage(value))
			return problem(
				`lang="${value}" ليس رمز لغة. اكتب رمزها في ISO 639 بحروف لاتينية: lang="fr" للفرنسية وlang="en" للإنجليزية.`,
			);
		if (attribute.name === 'dir' && !/^(?:ltr|rtl|auto)$/.test(value))
			return problem(`dir="${value}" ليس اتجاهًا. اكتب ltr أو rtl أو auto.`);
		return attributeProblems(node, source, attribute.name, value, meant);
	});
}
