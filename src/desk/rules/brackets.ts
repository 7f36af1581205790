import { type Hit, hasArabic, type Rule } from './rule.ts';

const PAIRS = [
	{ open: '[', close: ']', signs: /[[\]]/g },
	{ open: '(', close: ')', signs: /[()]/g },
];

/**
 * «[سكت[», «)سكت)»: of the two about some words one was typed for the other. No other stands near
 * that could be its pair.
 */
function twins(text: string): Hit[] {
	if (!hasArabic(text)) return [];
	return PAIRS.flatMap(({ open, close, signs }) => {
		const all = [...text.matchAll(signs)];
		let depth = 0;
		return all.flatMap(({ 0: sign, index }, place) => {
			const within = depth > 0;
			depth = Math.max(0, depth + (sign === open ? 1 : -1));
			const [next, later] = [all[place + 1], all[place + 2]];
			const end = next?.index ?? 0;
			const words = text.slice(index + 1, end);
			const stand =
				/(?:^|[\s«])$/.test(text.slice(0, index)) &&
				/^\S(?:[^\n]*\S)?$/.test(words) &&
				/^(?:$|[\s.,:!»،؛؟])/.test(text.slice(end + 1));
			if (next?.[0] !== sign || within || !stand || later?.[0] === close) return [];
			depth = -1;
			const found = text.slice(index, end + 1);
			const instead = `${open}${words}${close}`;
			return [
				{
					index,
					found,
					message: `القوسان في اتجاه واحد. اكتب ${instead}.`,
					edits: [{ offset: index, length: found.length, text: instead }],
				},
			];
		});
	});
}

export const BRACKETS: readonly Rule[] = [{ name: 'twin-brackets', find: twins }];
