/**
 * Writes the index that Pagefind's script and WebAssembly read. Pagefind's own indexer takes 0.3
 * MB of memory for each article until the end, and accepts only words that it has split itself.
 * The files, as of Pagefind 1.6:
 * https://github.com/Pagefind/pagefind/blob/main/pagefind/src/index/mod.rs
 */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Bytes } from '../kept-files.ts';

/** A file of words is full from so many places on. */
const CHUNK = 20_000;
/** Before what a file of Pagefind holds. */
const SIGNATURE = 'pagefind_dcd';
/** Names of files are this many letters of a digest, and more where two would be one. */
const NAME = 7;

/** A file of Pagefind: compressed once, for hosts do not compress what they do not know. */
export const packed = (content: string | Uint8Array): Bytes =>
	new Uint8Array(
		gzipSync(Buffer.concat([Buffer.from(SIGNATURE), Buffer.from(content)]), { level: 9 }),
	);

/** CBOR (RFC 8949), as far as Pagefind's files have it: whole numbers, texts and arrays. */
class Cbor {
	#bytes = Buffer.allocUnsafe(32);
	#length = 0;

	get bytes(): Buffer {
		return this.#bytes.subarray(0, this.#length);
	}

	#ensure(more: number): void {
		if (this.#length + more <= this.#bytes.length) return;
		const larger = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, this.#length + more));
		this.#bytes.copy(larger);
		this.#bytes = larger;
	}

	#head(kind: number, value: number): this {
		this.#ensure(5);
		const [size, mark] =
			value < 24 ? [0, value] : value < 0x100 ? [1, 24] : value < 0x10000 ? [2, 25] : [4, 26];
		this.#length = this.#bytes.writeUInt8((kind << 5) | mark, this.#length);
		if (size > 0) this.#length = this.#bytes.writeUIntBE(value, this.#length, size);
		return this;
	}

	number(value: number): this {
		return value < 0 ? this.#head(1, -1 - value) : this.#head(0, value);
	}

	text(value: string): this {
		const utf8 = Buffer.from(value);
		return this.#head(3, utf8.length).append(utf8);
	}

	/** Begins an array of so many values. */
	array(length: number): this {
		return this.#head(4, length);
	}

	append(bytes: Uint8Array): this {
		this.#ensure(bytes.length);
		this.#bytes.set(bytes, this.#length);
		this.#length += bytes.length;
		return this;
	}

	numbers(values: readonly number[]): this {
		this.array(values.length);
		for (const value of values) this.number(value);
		return this;
	}

	list<Value>(values: readonly Value[], write: (value: Value, to: this) => void): this {
		this.array(values.length);
		for (const value of values) write(value, this);
		return this;
	}
}

/** A term of the index, and where it stands. */
interface Term {
	term: string;
	/** Its pages as they are written down. */
	pages: Cbor;
	count: number;
	/** The last of them. */
	last: number;
	/** How many places it takes in a file. */
	size: number;
	/** Where it stands in the page that is being added: in its text, and in its title. */
	text: number[];
	title: number[];
}

const newTerm = (term: string): Term => ({
	...{ term, pages: new Cbor(), count: 0, last: 0, size: 0 },
	...{ text: [], title: [] },
});

/**
 * A page as it goes into the index. At each place stands one term or several that are meant by one
 * word.
 */
export interface Page {
	title: readonly (readonly string[])[];
	/** The title and all else. */
	text: readonly (readonly string[])[];
	/** The values of each filter. */
	filters: Readonly<Record<string, readonly string[]>>;
	/** What is shown where it is found, packed. */
	fragment: Bytes;
}

/** Numbers that grow, each as its distance from the one before. */
const distances = (numbers: readonly number[]): number[] =>
	numbers.map((number, index) => number - (numbers[index - 1] ?? 0));

/** The first letters of two texts, up to the first that differs. */
function parted(a: string, b: string): [string, string] {
	const [as, bs] = [[...a], [...b]];
	const same = as.findIndex((letter, index) => letter !== bs[index]);
	const length = (same < 0 ? as.length : same) + 1;
	return [as.slice(0, length).join(''), bs.slice(0, length).join('')];
}

/** Items in the order of Pagefind: by code points, which is that of UTF-8. */
const inOrder = <Item>(items: Iterable<Item>, textOf: (item: Item) => string): Item[] =>
	Array.from(items, (item) => ({ item, bytes: Buffer.from(textOf(item)) }))
		.sort((a, b) => Buffer.compare(a.bytes, b.bytes))
		.map(({ item }) => item);

/** The value of a key; made where there is none. */
function ensured<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
	const value = map.get(key) ?? make();
	map.set(key, value);
	return value;
}

/** An index in the making: pages are added, the latest first, and become files in the end. */
export class PagefindIndex {
	readonly #terms = new Map<string, Term>();
	readonly #pages: { name: string; words: number }[] = [];
	readonly #filters = new Map<string, Map<string, number[]>>();
	readonly #files = new Map<string, Bytes>();

	/**
	 * Takes in a file, and names it by what it holds: browsers may keep it. `*` stands for the name
	 * in `path`.
	 */
	#keep(path: string, file: Bytes): string {
		const digest = createHash('sha256').update(file).digest('hex');
		let length = NAME;
		while (this.#files.has(path.replace('*', digest.slice(0, length)))) length++;
		const name = digest.slice(0, length);
		this.#files.set(path.replace('*', name), file);
		return name;
	}

	add({ title, text, filters, fragment }: Page): void {
		const page = this.#pages.length;
		const touched = new Set<Term>();
		const termOf = (term: string): Term => {
			const own = ensured(this.#terms, term, () => newTerm(term));
			touched.add(own);
			return own;
		};
		for (const [place, terms] of text.entries())
			for (const term of terms) termOf(term).text.push(place);
		for (const [place, terms] of title.entries())
			for (const term of terms) termOf(term).title.push(place);
		for (const term of touched) {
			term.pages.array(3).number(page - term.last);
			// No weight is told: each counts the same.
			term.pages.numbers(distances(term.text));
			// The title is the only field, the first.
			term.pages.numbers(term.title.length > 0 ? [-1, ...distances(term.title)] : []);
			term.size += term.text.length + term.title.length + 2;
			term.count++;
			Object.assign(term, { last: page, text: [], title: [] });
		}
		for (const [name, values] of Object.entries(filters))
			for (const value of values) {
				const filter = ensured(this.#filters, name, () => new Map<string, number[]>());
				ensured(filter, value, () => [] as number[]).push(page);
			}
		const name = this.#keep('fragment/*.pf_fragment', fragment);
		this.#pages.push({ name, words: text.length });
	}

	/** Stores the files of words. @returns The first and the last word that each may have. */
	#chunks(): { from: string; to: string; name: string }[] {
		const sorted = inOrder(this.#terms.values(), ({ term }) => term);
		const chunks: Term[][] = [];
		let room = 0;
		for (const term of sorted) {
			if (room <= 0) {
				chunks.push([]);
				room = CHUNK;
			}
			chunks.at(-1)?.push(term);
			room -= term.size;
		}
		const named = chunks.map((terms) => {
			const words = new Cbor()
				.array(1)
				.list(terms, ({ term, count, pages }, to) =>
					to.array(3).text(term).array(count).append(pages.bytes).array(0),
				);
			const name = this.#keep('index/*.pf_index', packed(words.bytes));
			return { from: terms[0]?.term ?? '', to: terms.at(-1)?.term ?? '', name };
		});
		for (const [index, chunk] of named.entries()) {
			const next = named[index + 1];
			if (!next) break;
			const [to, from] = parted(chunk.to, next.from);
			if (Buffer.from(to).compare(Buffer.from(chunk.from)) >= 0) chunk.to = to;
			next.from = from;
		}
		return named;
	}

	/**
	 * The files by their paths below the index's folder, and the name of the one that is read first.
	 * @param version Of the Pagefind that will read them.
	 * @param sort The name by which results may be sorted: pages were added in its order, the last of
	 * it first.
	 */
	finish(version: string, sort: string): { hash: string; files: Map<string, Bytes> } {
		const chunks = this.#chunks();
		const named = inOrder(this.#filters, ([name]) => name).map(([name, values]) => {
			const sorted = inOrder(values, ([value]) => value);
			const filter = new Cbor()
				.array(2)
				.text(name)
				.list(sorted, ([value, pages], to) => to.array(2).text(value).numbers(pages));
			return { name, file: this.#keep('filter/*.pf_filter', packed(filter.bytes)) };
		});
		const order = this.#pages.map((_, page) => page).reverse();
		const meta = new Cbor().array(6).text(version);
		meta.list(this.#pages, ({ name, words }) => meta.array(3).text(name).number(words).text(''));
		meta.list(chunks, ({ from, to, name }) => meta.array(3).text(from).text(to).text(name));
		meta.list(named, ({ name, file }) => meta.array(2).text(name).text(file));
		meta.array(1).array(2).text(sort).numbers(order);
		meta.array(1).text('title');
		const hash = this.#keep('pagefind.*.pf_meta', packed(meta.bytes));
		return { hash, files: this.#files };
	}
}
