import { type MdastNode, mdxToMdast } from 'satteri';
import { type Document, isCollection, isScalar, parseDocument, Scalar, visit } from 'yaml';
import { ofProcess } from '../cache.ts';
import { readSource, readValue, type Source } from './source.ts';
import { FRONTMATTER, frontmatterLength } from './spans.ts';

/**
 * A content file (`content/articles/<slug>.mdx`) as read: frontmatter and body are each parsed
 * once.
 */
export interface Reading {
	/** The file as it stands. */
	raw: string;
	/** The text that is published: `raw` as `readSource` reads it. All places below are in it. */
	source: string;
	/** The offset in `raw` of an offset in `source`. */
	origin(offset: number): number;
	/** Where the character at an offset in `source` ends in `raw`. */
	end(offset: number): number;
	/** Signs of `raw` that were escaped, because text was meant. */
	signs: Source['signs'];
	/** The frontmatter without its fences; undefined where the file does not begin with one. */
	yaml: string | undefined;
	/** The frontmatter as YAML 1.2. Its nodes know their place, from the start of `yaml`. */
	document: Document.Parsed;
	/** What the document says; undefined where it cannot be told (broken YAML). */
	data: unknown;
	/**
	 * The Markdown tree, parsed at its first use: an unchanged text needs none. Positions count from
	 * the start of the file. Undefined if MDX refuses it.
	 */
	readonly body: MdastNode | undefined;
	/** What the MDX parser threw. */
	readonly error?: unknown;
	/** Frees the memory of the tree. */
	forgetBody(): void;
}

/** A source without its frontmatter. */
export const withoutFrontmatter = (source: string): string =>
	source.slice(frontmatterLength(source));

/** By file, the last text that was read: the gate and the loader share it. */
const READINGS = ofProcess('khabarReadings', () => new Map<string, Reading>());

/** Frees the memory of a reading: a build needs it no more once the collection has its entry. */
export function forgetReading(file: string): void {
	READINGS.delete(file);
}

/** As `forgetReading`, of all files. */
export const forgetReadings = (): void => READINGS.clear();

/** Reads a content file; the same text of the same file is parsed once a process. Never throws. */
export function readContent(file: string, raw: string): Reading {
	const known = READINGS.get(file);
	if (known?.raw === raw) return known;
	const { text: source, origin, end, signs } = readSource(raw);
	const yaml = FRONTMATTER.exec(source)?.[1];
	// Astro reads YAML 1.1: there `2015-06-23` is midnight UTC, and a time loses its offset.
	const document = parseDocument(yaml ?? '', { prettyErrors: false });
	visit(document, {
		Scalar: (key, node) => {
			// A key is a name: `02` is no 2.
			if (key === 'key' && typeof node.value !== 'string') node.value = node.source ?? node.value;
			// So is a value that begins with a zero, and a telephone number with its plus.
			if (typeof node.value === 'number' && /^(?:0|\+\d{6})\d+$/.test(node.source ?? ''))
				node.value = node.source;
			// Escapes (`"\u200B"`) are read like the signs that they stand for.
			if (node.type === Scalar.QUOTE_DOUBLE) node.value = readValue(String(node.value));
		},
	});
	let text: ReturnType<typeof readBody> | undefined;
	const reading: Reading = {
		raw,
		source,
		origin,
		end,
		signs,
		yaml,
		document,
		data: saidBy(document, file.endsWith('.mdx')),
		get body() {
			return (text ??= readBody(source)).body;
		},
		get error() {
			return (text ??= readBody(source)).error;
		},
		forgetBody: () => void (text = undefined),
	};
	READINGS.set(file, reading);
	return reading;
}

/**
 * Where the YAML of a text with frontmatter begins, behind its first fence: an offset in the
 * source.
 */
export const yamlStart = ({ source }: Pick<Reading, 'source'>): number => source.indexOf('\n') + 1;

/**
 * The offset in the source of the value at a path of the frontmatter; for a missing one, of what
 * should hold it.
 */
export function placeOf(reading: Reading, path: readonly PropertyKey[]): number {
	const node = reading.document.getIn(path, true);
	if ((isScalar(node) || isCollection(node)) && node.range)
		return yamlStart(reading) + node.range[0];
	return path.length > 0 ? placeOf(reading, path.slice(0, -1)) : yamlStart(reading);
}

/** Keys kept although empty: the forgotten value must be reported. */
const TELLING = ['draft', 'withdrawn', 'event', 'forum', 'awards'];

/** A value without its empty keys, as a template leaves them. */
function filled(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(filled);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).flatMap(([key, inner]) =>
			inner === null && !TELLING.includes(key) ? [] : [[key, filled(inner)]],
		),
	);
}

/**
 * @param isContent False for the table of topics: there a key without a value
 * is kept, to be reported.
 */
function saidBy(document: Document.Parsed, isContent: boolean): unknown {
	if (document.errors.length > 0) return undefined;
	try {
		const data = document.toJS() ?? {};
		return isContent ? filled(data) : data;
	} catch {
		return undefined; // an alias of nothing
	}
}

function readBody(source: string): Pick<Reading, 'body' | 'error'> {
	try {
		return { body: mdxToMdast(source, { features: { gfm: true, frontmatter: true } }) };
	} catch (error) {
		return { body: undefined, error };
	}
}
