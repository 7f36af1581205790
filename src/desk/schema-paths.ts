/** Frontmatter and its schema by the paths of keys. */
import type { z } from 'astro/zod';

export type Schema = z.core.JSONSchema.BaseSchema;
export type Path = readonly PropertyKey[];

export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
export const valueAt = (data: unknown, path: Path): unknown =>
	path.reduce<unknown>((value, key) => Object(value)[key], data);
/** `event.organizers[0].url` */
export const fieldName = (path: Path): string =>
	path
		.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
		.join('')
		.replace(/^\./, '');

/** The schema of a value by its path; undefined for what is not in it. */
export function schemaAt(schema: Schema | undefined, path: Path): Schema | undefined {
	return path.reduce<Schema | undefined>((found, key) => {
		const next =
			typeof key === 'number'
				? found?.items
				: (found?.properties?.[String(key)] ?? found?.additionalProperties);
		return isObject(next) ? (next as Schema) : undefined;
	}, schema);
}

/** The paths of all objects in the schema that have a key; list items add no index. */
export function homesOf(key: string, schema: Schema, path: string[] = []): string[][] {
	return Object.entries(schema.properties ?? {}).flatMap(([name, value]) => {
		const own = name === key ? [path] : [];
		if (!isObject(value)) return own;
		const inner = isObject(value['items']) ? (value['items'] as Schema) : (value as Schema);
		return [...own, ...homesOf(key, inner, [...path, name])];
	});
}
