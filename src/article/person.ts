import { z } from 'astro/zod';
import { line } from '../fields.ts';
import { name } from './frontmatter-fields.ts';

/** Somebody who speaks, chairs or represents. Names are told as they are written here. */
export const person = z.strictObject({
	name: name.meta({ description: 'الاسم.', examples: ['سلمى حداد'] }),
	honorific: line(1, 60)
		.optional()
		.meta({ description: 'اللقب قبل الاسم، حتى 60 حرفًا.', examples: ['الدكتورة'] }),
	role: name.optional().meta({ description: 'المنصب.', examples: ['مديرة المكتبات'] }),
	organization: name.optional().meta({ description: 'الجهة.', examples: ['وزارة الثقافة'] }),
	gender: z
		.enum(['female', 'male'], { error: 'اكتب female أو male، أو احذف المفتاح.' })
		.optional()
		.meta({
			description: 'female لامرأة، فيقال «المتحدثة» و«الفائزة». إن غاب قيل «المتحدث» و«الفائز».',
			examples: ['female'],
		}),
});
export type Person = z.output<typeof person>;

/**
 * Whether the words for several people take the feminine: Arabic does so only where all are women.
 */
export const allWomen = (people: readonly Pick<Person, 'gender'>[]): boolean =>
	people.every(({ gender }) => gender === 'female');

/** A name with the honorific before it. */
export const called = ({ honorific, name }: Pick<Person, 'honorific' | 'name'>): string =>
	honorific ? `${honorific} ${name}` : name;
