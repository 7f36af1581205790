import { z } from 'astro/zod';
import { line } from '../fields.ts';
import { name } from './fields.ts';

/** The facts of awards. */
export const awards = z.strictObject({
	name: name.meta({ description: 'اسم الجائزة.', examples: ['جائزة القارئ'] }),
	aims: z
		.array(line(1, 300))
		.min(1)
		.optional()
		.meta({ description: 'أهدافها.', examples: [['تكريم القراء']] }),
});
