import { isInOtherLanguage } from './characters.ts';
import { ARABIC, matching, PART_OF_WORD, pattern, type Rule } from './rule.ts';

/** Words that are always the slip of another: a closed list, 95 % right or better in the news. */
const WORDS: Record<string, string> = {
	الى: 'إلى',
	إلي: 'إلى',
	فى: 'في',
	التى: 'التي',
	الذى: 'الذي',
	اللتى: 'التي',
	اللذى: 'الذي',
	لاكن: 'لكن',
	هاذا: 'هذا',
	هاذه: 'هذه',
	ذالك: 'ذلك',
	'إنشاء الله': 'إن شاء الله',
	'انشاء الله': 'إن شاء الله',
	المدرسه: 'المدرسة',
	الجامعه: 'الجامعة',
	الحكومه: 'الحكومة',
	الوزاره: 'الوزارة',
	الشركه: 'الشركة',
	المدينه: 'المدينة',
	الدوله: 'الدولة',
	المملكه: 'المملكة',
	السعوديه: 'السعودية',
	العربيه: 'العربية',
	المنطقه: 'المنطقة',
	المحافظه: 'المحافظة',
	اللجنه: 'اللجنة',
	الهيئه: 'الهيئة',
	الخدمه: 'الخدمة',
	القاهره: 'القاهرة',
};
/** «وفى» has kept: «وفى بوعده». */
const SLIP = pattern`(?<!${PART_OF_WORD})(?!وفى[ \u00A0]+ب(?:ما[ \u00A0]|(?:ال)?(?:وع|عه|تعه|التزام|نذر)))([وف]?)(${Object.keys(WORDS).join('|')})(?!${PART_OF_WORD})`;
/** Words that are never repeated on purpose. */
const DOUBLED = pattern`(?<!${PART_OF_WORD})(على|إلى|عن|مع|التي|الذي|هذا|هذه|ذلك|قد|تم|كان|كانت|بعد|قبل|خلال|بين|حيث|كما|الذين|عند|منذ)[ \t\u00A0]+\1(?!${PART_OF_WORD})`;

/** What bears a letter for its number, «البند و من المادة 5». */
const LETTERED = String.raw`(?:فقرة|بند|فئة|شعبة|مجموعة|ملحق|قاعة|حرف)[ \u00A0]`;
/** «و وإدارة»: the word has its own already, other than «و والده» and «و وأد». */
const TWICE = /و[ \u00A0]+و(?:[أإ](?!د)|ال(?![دي]))/y;
function isTwice(text: string, index: number): boolean {
	TWICE.lastIndex = index;
	return TWICE.test(text);
}

/** Slips of the keyboard; grammar stays the editor's. */
export const SLIPS: readonly Rule[] = [
	{
		name: 'spelling',
		find: matching(SLIP, (found) => {
			const word = Object.hasOwn(WORDS, found) ? found : found.slice(1);
			const prefix = word === found ? '' : found[0];
			return `«${found}» خطأ إملائي شائع. اكتب «${prefix}${WORDS[word]}».`;
		}),
	},
	{
		name: 'doubled-word',
		find: matching(DOUBLED, (found) => `«${found}» كلمة مكررة. احذف إحداهما.`),
	},
	{
		name: 'split-waw',
		find: matching(
			(text) =>
				text
					.matchAll(
						pattern`(?<![${PART_OF_WORD}\p{L}\p{Nd}])(?<!${LETTERED})و[ \u00A0]+(?=${ARABIC}{2}|«)`,
					)
					.filter(({ index }) => !isInOtherLanguage(text, index)),
			(_, text, index) =>
				isTwice(text, index)
					? 'واو العطف مكررة. احذف إحداهما.'
					: 'واو العطف مفصولة عمّا بعدها. صِلها به.',
			(_, text, index) => (isTwice(text, index) ? '' : 'و'),
		),
	},
];
