/**
 * Words of English sentences. The first are of no other language that is written in these letters alone; the others are
 * words elsewhere, too («is» and «was» in Dutch, «in» in many).
 */
const OWN =
	/^(?:the|and|this|these|that|with|from|they|what|when|where|which|would|should|have|been|are)$/;
const SHARED =
	/^(?:of|to|in|is|was|were|be|will|by|for|on|at|it|as|an|not|has|had|he|she|we|you|or|who|how|why)$/;

/**
 * Whether a text is English by evidence: no letter but A to Z, and three of its words or more are such as English
 * sentences are built with, one of them English alone. Names and what is too short to tell are not:
 * a wrong language is spoken worse than none.
 */
export function isEnglish(text: string): boolean {
	if (/(?![A-Za-z])\p{L}/u.test(text)) return false;
	const words = new Set(text.toLowerCase().match(/[a-z]+/g));
	const own = [...words].filter((word) => OWN.test(word)).length;
	const shared = [...words].filter((word) => SHARED.test(word)).length;
	return own > 0 && own + shared >= 3;
}
