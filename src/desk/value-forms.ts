/** A value of frontmatter in the form that its schema has, and as YAML. */
import { stringify } from 'yaml';
import { inLatinDigits } from '../publisher/numbers.ts';
import { isObject, type Schema } from './schema-paths.ts';

/** A key and its value as one line of YAML: `source: { name: الجسر }`. */
export const lineOf = (key: PropertyKey, value: unknown) =>
	typeof key === 'number' ? `- ${inline(value)}` : `${String(key)}: ${inline(value)}`;
export const inline = (value: unknown) =>
	stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true }).trim();

/** Converts a value to the schema's type; undefined if that is not certain. */
export function inForm(value: unknown, schema: Schema): unknown {
	switch (schema.type) {
		case 'array': {
			const items = isObject(schema.items) ? (schema.items as Schema) : {};
			// Without a space after the dashes, YAML reads a list as one text.
			const split = /^-\S/.test(String(value)) ? /(?:^|\s+)-\s*/ : /\s*[,،;؛]\s*/;
			const values = typeof value === 'string' ? value.split(split).filter(Boolean) : [value];
			const right = values.map((item) => inForm(item, items));
			return right.includes(undefined) ? undefined : right;
		}
		case 'object':
			if (isObject(value)) return value;
			if (Array.isArray(value)) return inForm(value[0], schema);
			// An address is no name.
			return typeof value === 'string' && schema.properties?.['name'] && !/^\w+:\/\//.test(value)
				? { name: value }
				: undefined;
		case 'string':
			if (isObject(value)) return typeof value['name'] === 'string' ? value['name'] : undefined;
			return Array.isArray(value) ? inForm(value[0], schema) : String(value);
		case 'number':
		case 'integer': {
			const number = typeof value === 'string' ? yamlDigits(value) : '';
			return /^-?\d+(?:\.\d+)?$/.test(number) ? Number(number) : undefined;
		}
		case 'boolean':
			if (/^(?:true|yes|on|نعم|1)$/i.test(String(value))) return true;
			return /^(?:false|no|off|لا|كلا|0)$/i.test(String(value)) ? false : undefined;
		default:
			return undefined;
	}
}
/** A number in ٠-٩ in the digits of YAML: `٣١٫٩٥` is 31.95. */
export const yamlDigits = (text: string) =>
	inLatinDigits(text).replace('\u066B', '.').replaceAll('\u066C', '');
export const matches = (value: unknown, { type }: Schema) =>
	type === undefined ||
	String(type).replace('integer', 'number') === (Array.isArray(value) ? 'array' : typeof value);
