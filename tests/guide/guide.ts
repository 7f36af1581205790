/**
 * What `docs/writing.md` shows: the tables of keys, made from the schema, and examples, each with
 * its picture.
 */
import { jsonSchema } from '../../src/article/json-schema.ts';
import { pageSchema } from '../../src/article/page.ts';
import { profileSchema } from '../../src/article/profile.ts';
import { articleSchema } from '../../src/article/schema.ts';
import { SECTION_IDS } from '../../src/article/sections.ts';
import { lineOf } from '../../src/desk/value-forms.ts';

interface Schema {
	description?: string;
	examples?: unknown[];
	required?: string[];
	properties?: Record<string, Schema>;
	items?: Schema;
}

const article = jsonSchema(articleSchema) as Schema;
const SECTIONS: readonly string[] = SECTION_IDS;

/** By the names of their markers in the guide. */
const SCHEMAS: Record<string, Schema> = {
	article,
	...Object.fromEntries(SECTION_IDS.map((id) => [id, article.properties?.[id] ?? {}])),
	page: jsonSchema(pageSchema) as Schema,
	person: jsonSchema(profileSchema) as Schema,
};

/** A description in Markdown, where it is no code and no HTML. */
const shown = (description: string) =>
	description.replace(/\.$/, '').replace(/<\w+>|npm run \w+/g, '`$&`');

/**
 * The rows of a table, each key with those within it; what is the same of several keys stands once.
 */
function rows(schema: Schema, parents: readonly string[] = ['']): string[][] {
	const keys = Object.entries(schema.properties ?? {});
	const groups = Map.groupBy(keys, ([, { properties, items }]) =>
		JSON.stringify(properties ?? items?.properties),
	);
	return keys.flatMap(([key, own]) => {
		const [example] = own.examples ?? [];
		const inner = own.properties ? own : (own.items ?? {});
		const like = groups.get(JSON.stringify(inner.properties)) ?? [];
		const isFirst = like[0]?.[0] === key;
		const within = parents.flatMap((parent) => like.map(([other]) => `${parent}${other}.`));
		const isOptional = !schema.required?.includes(key);
		return [
			[
				parents.map((parent) => `\`${parent}${key}\``).join(' · '),
				(isOptional ? 'اختياري: ' : '') + shown(own.description ?? ''),
				SECTIONS.includes(key) ? 'انظر أدناه' : `\`${lineOf(key, example)}\``,
			],
			...(inner.properties && isFirst && !SECTIONS.includes(key) ? rows(inner, within) : []),
		];
	});
}

/** The table of keys of a marker: `<!-- keys: event -->`. */
function table(name: string): string {
	const all = [['المفتاح', 'معناه', 'مثال'], ['---', '---', '---'], ...rows(SCHEMAS[name] ?? {})];
	return all.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The guide with its tables of keys as the schema has them now. */
export const withTables = (guide: string): string =>
	guide.replace(
		/(<!-- keys: (\w+) -->\n)[\s\S]*?(<!-- \/keys -->)/g,
		(_, start: string, name: string, end: string) => `${start}${table(name)}\n${end}`,
	);

const FRONTMATTER = `headline: دليل الكاتب في صحيفة المنارة
dek: جملة تحت العنوان.
topic: ثقافة
dateline: عمّان
published: 2026-08-25
`;

/** An example of the guide: what one writes, as a file of content, and the name of its picture. */
export interface Example {
	name: string;
	/** Path from the project's root. */
	file: string;
	text: string;
}

/** The examples that have a picture, in the order of the guide. */
export function examples(guide: string): Example[] {
	const found = guide.matchAll(
		/```mdx\n((?:(?!```)[\s\S])*)```\n\n<img src="pictures\/([\w-]+)\.webp"/g,
	);
	return Array.from(found, ([, code = '', name = '']) => {
		const [, own = '', body = code] = /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(code) ?? [];
		const isPage = /<Contact\b/.test(code);
		return {
			name,
			file: `content/${isPage ? 'pages' : 'articles'}/${name}.mdx`,
			text: `---\n${isPage ? 'title: دليل الكاتب\n' : FRONTMATTER}${own}---\n\n${body.trimStart()}`,
		};
	});
}
