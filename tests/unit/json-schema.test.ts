import Ajv from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { jsonSchema } from '../../src/article/json-schema.ts';
import { pageSchema } from '../../src/article/page.ts';
import { articleSchema } from '../../src/article/schema.ts';

type Schema = {
	type?: string;
	description?: string;
	examples?: unknown[];
	properties?: Record<string, Schema>;
	items?: Schema;
};

/** Every key of a schema with its own schema, dotted. */
function keys(schema: Schema, path = ''): [string, Schema][] {
	return Object.entries({ ...schema.properties, ...schema.items?.properties }).flatMap(
		([key, value]) => [[path + key, value] as [string, Schema], ...keys(value, `${path}${key}.`)],
	);
}

const article = jsonSchema(articleSchema) as Schema;
const page = jsonSchema(pageSchema) as Schema;
const ajv = new Ajv({ strict: false, validateFormats: false });
const SECTIONS = ['event', 'forum', 'awards'];

test('every key says in Arabic what it is, with an example that is right', () => {
	const all = [...keys(article), ...keys(page)];
	expect(all.length).toBeGreaterThan(50);
	for (const [key, schema] of all) {
		expect(schema.description, key).toMatch(/\p{Script=Arabic}.*\.$/u);
		if (!SECTIONS.includes(key)) expect(schema.examples?.length, key).toBeGreaterThan(0);
		for (const example of schema.examples ?? [])
			expect(ajv.validate(schema, example), `${key}: ${JSON.stringify(example)}`).toBe(true);
	}
});

const FACTS = {
	headline: 'سوق الكتب يفتح أبوابه غدًا',
	dek: 'المعرض يستمر أسبوعين.',
	topic: 'ثقافة',
	dateline: 'عمّان',
	published: '2026-11-25',
};

test.each([
	['as it is', {}, true],
	['with marks on all of its 120 letters', { headline: 'بَ'.repeat(120) }, true],
	['with a headline of 121 letters', { headline: 'ب'.repeat(121) }, false],
	['with a headline of two letters', { headline: 'لا' }, true],
	['with a headline of one letter', { headline: 'ب' }, false],
	['without a dek', { dek: undefined }, false],
	['with an Arabic key', { العنوان: 'عنوان' }, false],
	['with a date in another form', { published: '25/11/2026' }, false],
	['with a moment and its offset', { published: '2026-11-25T09:00:00+03:00' }, true],
	['with a source that is no group', { source: 'الجسر' }, false],
	['with a source by ftp', { source: { name: 'الجسر', url: 'ftp://a.example' } }, false],
])('an editor judges the facts of an article %s as the gate does', (_name, changes, sound) => {
	const facts = JSON.parse(JSON.stringify({ ...FACTS, ...changes }));
	expect(ajv.validate(article, facts)).toBe(sound);
	expect(articleSchema.safeParse(facts).success).toBe(sound);
});
