import { z } from 'astro/zod';

/** Metadata to copy into the schema; `patternErrorMessage` is an extension of VS Code. */
const TOLD = ['examples', 'pattern', 'patternErrorMessage'];

/** A schema of frontmatter as JSON Schema (2020-12), for the editors of writers. */
export function jsonSchema(schema: z.ZodType): z.core.JSONSchema.BaseSchema {
	return z.toJSONSchema(schema, {
		io: 'input',
		// Zod drops the examples of transformed values; ours show the input.
		override: ({ zodSchema, jsonSchema }) => {
			const meta = z.globalRegistry.get(zodSchema as z.core.$ZodType) ?? {};
			for (const key of TOLD) if (meta[key] !== undefined) jsonSchema[key] = meta[key];
		},
	});
}
