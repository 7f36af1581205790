/** Code of several lines keeps its spaces. */
const BETWEEN_TAGS = /<pre[\s>][\s\S]*?<\/pre>|(?<=>)[ \t\n]{2,}(?=<)/g;

/** A template leaves a space on each side of what it leaves out: in the page they are one. */
export const withSingleSpaces = (html: string): string =>
	html.replace(BETWEEN_TAGS, (found) => (found.startsWith('<') ? found : ' '));
