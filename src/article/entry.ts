import type { ImageMetadata } from 'astro';
import { z } from 'astro/zod';
import { attachmentSchema, attachments } from './attachments.ts';
import { headings, opening, paragraphs, pictureFiles, plainText, sections } from './body.ts';
import type { Readable } from './loader.ts';
import { pageSchema } from './page.ts';
import { profileSchema } from './profile.ts';
import { countWords, readingMinutes } from './reading-time.ts';
import { articleSchema } from './schema.ts';
import { factTexts, partTexts } from './section-texts.ts';
import { SECTION_IDS } from './sections.ts';
import { topicSchema } from './topic-table.ts';

/** The pictures of a text, by their files as it names them. */
const imagesOf = (image: () => z.ZodType<ImageMetadata>) => z.record(z.string(), image());

/**
 * What the collection keeps of an article: its facts, and what follows from its text.
 * @param image Astro's schema of a picture's file, which it bundles.
 */
export const articleEntrySchema = (image: () => z.ZodType<ImageMetadata>) =>
	z.object({
		facts: articleSchema,
		/** The file of `facts.picture`. */
		image: image().optional(),
		/** The pictures of the text; none of a text that was withdrawn. */
		images: imagesOf(image),
		/** The sections that the text has, in its order. */
		sections: z.array(z.enum(SECTION_IDS)),
		/** The paragraphs that it begins with. */
		opening: z.array(z.string()),
		/** Whether the text has pictures. */
		pictures: z.boolean(),
		/** The files that it offers. */
		attachments: z.array(attachmentSchema),
		/** Of the text and its updates. */
		words: z.int().nonnegative(),
		/** Reading time of dek, text, updates and the sections' frontmatter, in minutes. */
		minutes: z.int().positive(),
	});

/** The file of a picture; the facts may be wrong. */
const imageOf = (data: unknown) => {
	const { picture } = Object(data);
	return picture && { image: decodeURI(picture.src) };
};

/** Titles and texts of the updates; the facts may be wrong. */
const updateTexts = (updates: unknown): unknown[] =>
	Array.isArray(updates)
		? updates.flatMap((update) => [Object(update).title, Object(update).text])
		: [];

/**
 * What an article says besides its headline, part by part: its dek, its updates, its text, its
 * sections' facts, and whatever else its page tells of it.
 */
export function textsOf({ data, body }: Pick<Readable, 'data' | 'body'>): string[] {
	const { dek, updates, picture, kicker, series, topic, authors } = Object(data);
	const written = [dek, ...updateTexts(updates), ...paragraphs(body), ...factTexts(data)];
	const byline = Array.isArray(authors) ? authors.join('، ') : '';
	const others = [Object(picture).caption, kicker, Object(series).name, topic, byline];
	return [...written, ...others].filter((text) => typeof text === 'string' && text.trim() !== '');
}

/** The entry of an article that was read, in the folder `base`. */
export function articleEntry({ data, body }: Readable, base: string): Record<string, unknown> {
	const text = plainText(body);
	const { dek, updates } = Object(data);
	const running = [text, ...updateTexts(updates)].join(' ');
	const shown = [running, dek, ...partTexts(data)];
	// The pictures of a text that was withdrawn are not bundled (loader.ts).
	const isWithdrawn = Object(data).withdrawn !== undefined;
	const images = isWithdrawn ? {} : pictureFiles(body);
	return {
		facts: data,
		...(!isWithdrawn && imageOf(data)),
		images,
		sections: sections(body),
		opening: opening(body),
		pictures: Object.keys(images).length > 0,
		attachments: attachments(body, base),
		words: countWords(running),
		minutes: readingMinutes(countWords(shown.join(' '))),
	};
}

/** What the collection keeps of a profile. `image`: as of `articleEntrySchema`. */
export const profileEntrySchema = (image: () => z.ZodType<ImageMetadata>) =>
	z.object({
		facts: profileSchema,
		/** The file of `facts.picture`. */
		image: image().optional(),
		images: imagesOf(image),
	});

/** The entry of a profile that was read. */
export function profileEntry({ data, body }: Readable): Record<string, unknown> {
	return { facts: data, ...imageOf(data), images: pictureFiles(body) };
}

/** What the collection keeps of a topic. */
export const topicEntrySchema = topicSchema.extend({
	/** Its place in the table, from 0. */
	place: z.int().nonnegative(),
});

/** What the collection keeps of a page. `image`: as of `articleEntrySchema`. */
export const pageEntrySchema = (image: () => z.ZodType<ImageMetadata>) =>
	z.object({
		facts: pageSchema,
		images: imagesOf(image),
		/** The ids of its headings. */
		anchors: z.array(z.string()),
	});

/** The entry of a page that was read. */
export function pageEntry({ data, body }: Readable): Record<string, unknown> {
	return { facts: data, images: pictureFiles(body), anchors: headings(body) };
}
