import { getCollection } from 'astro:content';
import type { z } from 'astro/zod';
import type { topicSchema } from './topic-table.ts';

/** A topic of the publisher's table (`content/topics.yaml`). */
export interface Topic extends z.output<typeof topicSchema> {
	slug: string;
}

let all: Promise<Topic[]> | undefined;

/** The topics in the order of the table. Collected once. */
export function topics(): Promise<Topic[]> {
	all ??= getCollection('topics').then((entries) =>
		entries
			.sort((a, b) => a.data.place - b.data.place)
			.map(({ id, data: { place: _, ...topic } }) => ({ ...topic, slug: id })),
	);
	return all;
}
