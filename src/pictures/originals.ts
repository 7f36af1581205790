/**
 * Astro hands the bytes of every photograph to the bundler, which holds each two to three times
 * until the build ends. Here it gets a digest in their place; the image service reads the file.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { ofProcess } from '../cache.ts';

const PREFIX = 'In place of a photograph, sha256 ';
const LENGTH = PREFIX.length + 64;

/**
 * Where the original of a digest lies. The service runs in Vite's modules, the plug-in in Astro's
 * configuration.
 */
const files = ofProcess('khabarOriginals', () => new Map<string, string>());

/**
 * What the bundler gets instead of a file: it changes with its bytes, so the names of its pictures
 * do.
 */
function standIn(file: string, bytes: Uint8Array): string {
	const text = PREFIX + createHash('sha256').update(bytes).digest('hex');
	files.set(text, file);
	return text;
}

/** The bytes of an original, or of the file whose digest stands in for it. */
export async function originalOf(bytes: Uint8Array): Promise<Uint8Array> {
	const file = bytes.length === LENGTH && files.get(Buffer.from(bytes).toString('latin1'));
	return file ? readFile(file) : bytes;
}

/**
 * The name of a picture in the site. The writer's own may tell who took it or sent it, and when;
 * one that Arabic letters make long stands in a page for each of its sizes. The digest behind it
 * tells it from others.
 */
const publicName = (name: string) => `photo${extname(name)}`;

/** What a load hook gives to the bundler. */
interface Emitted {
	name?: string;
	source?: string | Uint8Array;
}

/** The load hook of Astro's plug-in for pictures, as far as it is used. */
interface Load {
	handler(this: object, id: string): unknown;
}

/**
 * A plug-in of Vite, which keeps photographs out of the bundler. Drawings stay: their code becomes
 * a part of the page.
 */
export function originalsByDigest() {
	return {
		name: 'originals-by-digest',
		apply: 'build' as const,
		configResolved({ plugins }: { plugins: readonly { name: string; load?: unknown }[] }): void {
			const astro = plugins.find(({ name }) => name === 'astro:assets:esm');
			const load = astro?.load as Load | undefined;
			if (!load?.handler) return;
			const { handler } = load;
			// One after another: Astro would read two hundred at once.
			let turn: Promise<unknown> = Promise.resolve();
			load.handler = function (id) {
				const mine = turn.then(() => handler.call(withStandIns(this, id), id));
				turn = mine.catch(() => {});
				return mine;
			};
		},
	};
}

/** The context of a load hook, whose `emitFile` passes a stand-in on. */
const withStandIns = (context: object, id: string): object =>
	new Proxy(context, {
		get(_, key) {
			const value: unknown = Reflect.get(context, key);
			if (typeof value !== 'function') return value;
			if (key !== 'emitFile') return value.bind(context);
			return ({ source, name, ...emitted }: Emitted) =>
				value.call(context, {
					...emitted,
					...(name && { name: publicName(name) }),
					source:
						typeof source === 'object' && !name?.endsWith('.svg')
							? standIn(id.replace(/\?.*$/, ''), source)
							: source,
				});
		},
	});
