import { type Edit, type Hit, hasArabic, isProclitic, PART_OF_WORD, type Rule } from './rule.ts';

/** A sign that may open or close a quotation. */
interface Sign {
	index: number;
	sign: string;
	opens: boolean;
	closes: boolean;
	/** Between two letters: the space before it or after it was forgotten. */
	tight?: boolean;
}

const SIGN = /"|''|(?<!')'(?!')|[\u201C-\u201F]|[\u2018-\u201B]|<<|>>|«|»/gv;

/** Latin words behind a sign that opened them: the next one is no apostrophe. */
const QUOTED_LATIN =
	/(?<![\p{Script=Latin}\p{Nd}])['\u2018](?!n$)\p{Script=Latin}(?:[\p{Script=Latin} \-]|['\u2019](?=\p{Script=Latin}))*$/v;

/**
 * The quotation signs of a text and which way each can face. Not among them: an apostrophe in a
 * Latin word, feet and inches, the years of a decade ('90s).
 */
function signs(text: string): Sign[] {
	return Array.from(text.matchAll(SIGN)).flatMap(({ 0: sign, index }) => {
		// Signs of emphasis that CommonMark left alone are none of the words: و**"نعم"**.
		const left = text.slice(Math.max(0, index - 20), index).replace(/(?:\*\*|~~)$/, '');
		const right = text.slice(index + sign.length, index + sign.length + 4);
		const before = left.at(-1) ?? '';
		const after = right.replace(/^(?:\*\*|~~)/, '')[0] ?? '';
		const single = /^['\u2018-\u201B]$/.test(sign);
		if (
			single &&
			(/\p{Script=Latin}/v.test(after) || !QUOTED_LATIN.test(left)) &&
			/[\p{Script=Latin}\p{Nd}]/v.test(before) &&
			!/^[\p{Script=Arabic}]/v.test(after)
		) {
			if (/\p{Script=Latin}/v.test(after) || !/\p{P}|^$/v.test(after)) return [];
		}
		// Rock 'n' Roll
		if (single && /^n['\u2019](?!\p{L})/iv.test(text.slice(index + sign.length, index + 4)))
			return [];
		if (single && /\p{Nd}/v.test(after) && !/\p{Script=Arabic}/v.test(before)) return [];
		if (single && /^\d0s(?!\w)/.test(right)) return [];
		const word = new RegExp(`${PART_OF_WORD}+$`, 'v').exec(left)?.[0];
		if (/[«»<>]/.test(sign)) {
			const turned = /^[«<]/.test(sign)
				? /[^\s«<]/.test(before) && !/[\p{L}\p{M}\p{Nd}]/v.test(after)
				: /^$|[\s:]/.test(before) || (word !== undefined && isProclitic(word));
			const opens = /^[«<]/.test(sign) || (turned && /[\p{L}\p{Nd}]/v.test(after));
			return [{ index, sign, opens, closes: /^[»>]/.test(sign) || turned }];
		}
		const edge = /^$|[\s\(\[\{«\u2039\u2013\u2014:\-\/"'\u2018-\u201F]/v.test(before);
		const opens = edge || (word !== undefined && isProclitic(word));
		const closes = !/[([{«]/.test(before);
		const tight = sign === '"' && word !== undefined && /\p{L}/v.test(after);
		return [{ index, sign, opens, closes, tight }];
	});
}

const isGuillemet = ({ sign }: Sign) => /[«»<>]/.test(sign);
const isRight = ({ open, close }: Pair) => open.sign === '«' && close.sign === '»';
const isSingle = (sign: string) => /^['\u2018-\u201B]$/.test(sign);
const isCurly = (sign: string) => /[\u2018-\u201F]/.test(sign);
/** Inches and minutes: 27", 27”, 27'', 45'. */
const isMeasure = (text: string, { sign, index }: Sign) =>
	/^(?:["'\u2019\u201D]|'')$/.test(sign) && /\p{Nd}/u.test(text[index - 1] ?? '');

interface Pair {
	open: Sign;
	close: Sign;
}

/** Pairs of signs, and those left alone. */
function paired(text: string): { pairs: Pair[]; alone: Sign[] } {
	const open: Sign[] = [];
	const pairs: Pair[] = [];
	const alone: Sign[] = [];
	const matches = (one: Sign, other: Sign) =>
		isGuillemet(one) === isGuillemet(other) &&
		isSingle(one.sign) === isSingle(other.sign) &&
		isCurly(one.sign) === isCurly(other.sign);
	for (const sign of signs(text)) {
		const last = open.findLastIndex((other) => matches(other, sign));
		const [before = ' ', after = ' '] = [text[sign.index - 1], text[sign.index + sign.sign.length]];
		const looksOpening =
			sign.opens &&
			!isGuillemet(sign) &&
			(/\s/.test(before)
				? /[^\s.,:;!?\)\]\u060C\u061B\u061F\u2026»]/v.test(after)
				: /\p{L}/v.test(before) && /[\p{L}\p{Nd}]/v.test(after));
		if (sign.closes && last >= 0 && !looksOpening) {
			// An inner sign that was opened and not closed has no pair.
			alone.push(...open.splice(last + 1));
			const opening = open.pop();
			if (opening) pairs.push({ open: opening, close: sign });
		} else if (sign.opens || sign.tight) {
			open.push(sign);
		} else if (!isMeasure(text, sign)) alone.push(sign);
	}
	return { pairs, alone: [...alone, ...open].sort((a, b) => a.index - b.index) };
}

const withMarks = (text: string, { open, close }: Pair) =>
	text.slice(open.index, close.index + close.sign.length);

/**
 * How many single ones are open at a place: those are no signs of `signs`, for they are always
 * right.
 */
const openSingles = (text: string) => text.split('‹').length - text.split('›').length;

/**
 * Straight and curly pairs around or within Arabic, with « » for them; a pair in a pair gets ‹ ›,
 * one in that « » again.
 */
function wrongPairs(text: string, curly: boolean): Hit[] {
	if (!hasArabic(text)) return [];
	const { pairs } = paired(text);
	return pairs
		.filter((pair) => !isRight(pair) && isCurly(pair.open.sign) === curly)
		.sort((a, b) => a.open.index - b.open.index)
		.map((pair) => {
			const { open, close } = pair;
			const around = (inner: Pair) =>
				pairs.filter(
					(other) => other.open.index < inner.open.index && other.close.index > inner.close.index,
				).length + Math.max(0, openSingles(text.slice(0, inner.open.index)));
			const isInner = around(pair) % 2 === 1;
			const found = withMarks(text, pair);
			const [left, right] = isInner ? ['‹', '›'] : ['«', '»'];
			const inside = found
				.slice(open.sign.length, -close.sign.length)
				.trim()
				.replace(/\uFFFC+/g, '…');
			const within = pairs.filter(
				(other) =>
					isRight(other) &&
					open.index < other.open.index &&
					other.close.index < close.index &&
					around(other) % 2 === 1,
			);
			const brief = inside.length > 40 ? `${inside.slice(0, 20)}…${inside.slice(-10)}` : inside;
			const edit = ({ index, sign }: Sign, instead: string): Edit => ({
				offset: index,
				length: sign.length,
				text: instead,
			});
			return {
				index: open.index,
				found,
				message: `علامة ${open.sign} ليست علامة تنصيص عربية${curly ? ' ولا تنعكس مع اتجاه النص' : ''}. ${inside ? `اكتب ${left}${brief}${right}` : `اكتب ${left} أو ${right} مكان العلامتين`}.`,
				// Nothing between them: each is half of a doubled one, as spreadsheets write it.
				...(inside && {
					edits: [
						edit(open, left ?? ''),
						edit(close, right ?? ''),
						// What was a quotation alone is within one now.
						...within.flatMap((inner) => [edit(inner.open, '‹'), edit(inner.close, '›')]),
					],
				}),
			};
		});
}

/** Signs without their other half. A quotation of several paragraphs may open each of them. */
function lonely(text: string): Hit[] {
	if (!hasArabic(text)) return [];
	const { alone } = paired(text);
	return alone.map(({ index, sign, opens }) => ({
		index,
		found: sign,
		message: /[«»]/.test(sign)
			? `علامة ${sign} بلا ${sign === '«' ? 'علامة » تغلقها' : 'علامة « قبلها'}. أضف الناقصة أو احذف الزائدة، وفي اقتباس من عدة فقرات افتح كل فقرة بعلامة « وأغلق آخرها وحدها.`
			: `علامة ${sign} بلا أختها. اكتب ${opens ? '«' : '»'} وأضف الناقصة، أو احذفها.`,
	}));
}

/** Quotations that hold nothing but a quotation: ««نعم»». */
function doubled(text: string): Hit[] {
	const pairs = paired(text).pairs.filter(isRight);
	return pairs.flatMap(({ open, close }) => {
		const outer = pairs.find(
			(other) =>
				other.open.index < open.index &&
				other.close.index > close.index &&
				/^«\s*$/.test(text.slice(other.open.index, open.index)) &&
				/^»\s*$/.test(text.slice(close.index, other.close.index)),
		);
		return outer
			? {
					index: open.index,
					found: open.sign,
					message: 'علامتا التنصيص مكررتان حول كلام واحد. اكتب «…» مرة واحدة.',
					edits: [
						{ offset: open.index, length: 1, text: '' },
						{ offset: close.index, length: 1, text: '' },
					],
				}
			: [];
	});
}

export const QUOTES: readonly Rule[] = [
	{ name: 'straight-quote', find: (text) => wrongPairs(text, false) },
	{ name: 'curly-quote', find: (text) => wrongPairs(text, true) },
	{ name: 'unbalanced-quote', find: lonely },
	{ name: 'doubled-quote', find: doubled },
];
