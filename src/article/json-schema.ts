import { z } from 'astro/zod';

/** Keys that editors know beside those of JSON Schema itself. */
const TOLD = ['examples', 'pattern', 'patternErrorMessage'];

/** A schema of frontmatter as JSON Schema (2020-12), for the editors of writers. */
export function jsonSchema(schema: z.ZodType): z.core.JSONSchema.BaseSchema {
	return z.toJSONSchema(schema, {
		io: 'input',
		// Zod leaves examples out where a value is transformed: ours are what one writes.
		override: ({ zodSchema, jsonSchema }) => {
			const meta = z.globalRegistry.get(zodSchema as z.core.$ZodType) ?? {};
			for (const key of TOLD) if (meta[key] !== undefined) jsonSchema[key] = meta[key];
		},
	});
}
