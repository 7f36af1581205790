/**
 * Function words of English. OWN: in no other language written in these letters alone. SHARED:
 * other languages have them too («is» and «was» in Dutch, «in» in many).
 */
const OWN =
	/^(?:the|and|this|these|that|with|from|they|what|when|where|which|would|should|have|been|are)$/;
const SHARED =
	/^(?:of|to|in|is|was|were|be|will|by|for|on|at|it|as|an|not|has|had|he|she|we|you|or|who|how|why)$/;

/**
 * Whether a text is surely English: no letters but A to Z, and three different function words,
 * one of them OWN. Names and short texts are not: a wrong `lang` sounds worse than none.
 */
export function isEnglish(text: string): boolean {
	if (/(?![A-Za-z])\p{L}/u.test(text)) return false;
	const words = new Set(text.toLowerCase().match(/[a-z]+/g));
	const own = [...words].filter((word) => OWN.test(word)).length;
	const shared = [...words].filter((word) => SHARED.test(word)).length;
	return own > 0 && own + shared >= 3;
}
