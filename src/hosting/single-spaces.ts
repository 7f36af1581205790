/** Code of several lines keeps its spaces. */
const BETWEEN_TAGS = /<pre[\s>][\s\S]*?<\/pre>|(?<=>)[ \t\n]{2,}(?=<)/g;

/** Collapses spaces between tags: templates leave several around what they omit. */
export const withSingleSpaces = (html: string): string =>
	html.replace(BETWEEN_TAGS, (found) => (found.startsWith('<') ? found : ' '));
