import { type Document, parseDocument } from 'yaml';

export const BLOCK = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** Whether a file begins with a frontmatter block. */
export function hasFrontmatter(source: string): boolean {
	return BLOCK.exec(source)?.index === 0;
}

/** The frontmatter as a YAML 1.2 document whose nodes know their place, counted from the start of the YAML. */
export function readFrontmatter(source: string): Document.Parsed {
	return parseDocument(BLOCK.exec(source)?.[1] ?? '', { prettyErrors: false });
}

/** What a document says; nothing where it cannot be told: YAML that is none, an alias of nothing. */
export function said(document: Document.Parsed): unknown {
	if (document.errors.length > 0) return undefined;
	try {
		return document.toJS() ?? {};
	} catch {
		return undefined;
	}
}

/** What the frontmatter says, be it right or wrong: a part of an article, each of whose values may be anything. */
export function facts(source: string): Record<string, unknown> {
	return Object(said(readFrontmatter(source)));
}
