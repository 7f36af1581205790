import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import type { MdastNode } from 'satteri';
import { attributeOf, isElement, within } from './tree.ts';

/** What may be attached, by the end of its name. */
export const ATTACHMENT = /\.(?:pdf|docx|xlsx|csv)$/;

/** How the path of a file beside an article is written. */
export const BESIDE = /^\.\/[\w-][\w\-.]*$/;

/** A file that an article offers. */
export const attachmentSchema = z.object({
	/** As its writer wrote it: `./report.pdf`. */
	src: z.string(),
	/** Where it lies. */
	file: z.string(),
	/** In bytes. */
	size: z.int().nonnegative(),
	/** First 8 hex digits of its SHA-256. Part of its address: a changed file gets a new one. */
	hash: z.string(),
});

/** The files that `<File>` names in a body, each once; their paths are relative to `base`. */
export function attachments(body: MdastNode, base: string): z.infer<typeof attachmentSchema>[] {
	const names = [...within(body)].flatMap((node) =>
		isElement(node) && node.name === 'File' ? String(attributeOf(node, 'src') ?? '').trim() : [],
	);
	return [...new Set(names)].flatMap((src) => {
		const file = join(base, src);
		// A draft may name one that is not there yet.
		if (!BESIDE.test(src) || !existsSync(file)) return [];
		const bytes = readFileSync(file);
		const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
		return { src, file, size: bytes.length, hash };
	});
}
