/** What is wrong with the keys of frontmatter and the kinds of their values, each with the right form. */
import type { z } from 'astro/zod';
import { stringify } from 'yaml';
import { arabicIssue, KINDS } from '../arabic-issues.ts';
import { DAY, precision } from '../article/dates.ts';
import { isTimeZone } from '../fields.ts';
import { inWords } from '../plural.ts';
import { inLatinDigits } from '../publisher/numbers.ts';
import { site } from '../site.ts';
import { strings } from '../strings.ts';
import { BARE_NAME, bareNameSentence } from './addresses.ts';
import { namesIn } from './author-names.ts';
import { meantDate } from './meant-date.ts';

type Schema = z.core.JSONSchema.BaseSchema;
type Path = readonly PropertyKey[];

/** Other names that writers use for a key. The first key that the schema has in that place is meant. */
const NAMES: readonly [keys: readonly string[], others: RegExp][] = [
	[['headline', 'title'], /^(?:headline|title|(?:ال)?عنوان(?: الرئيسي)?)$/i],
	[['dek'], /^(?:subtitle|subheadline|(?:ال)?عنوان (?:ال)?فرعي|(?:ال)?مقدمة)$/i],
	[['dek', 'summary'], /^(?:description|excerpt|(?:ال)?ملخص|(?:ال)?وصف)$/i],
	[['topic'], /^(?:category|section|tags?|(?:ال)?موضوع|(?:ال)?قسم|(?:ال)?تصنيف)$/i],
	[['dateline', 'city'], /^(?:location|(?:ال)?مكان|(?:ال)?مدينة)$/i],
	[['country'], /^(?:ال)?(?:بلد|دولة)$/],
	[['source'], /^(?:ال)?مصدر$/],
	[['authors'], /^(?:authors?|byline|(?:ال)?(?:كاتب|كتاب|مؤلف)|بقلم)$/i],
	[['published', 'starts'], /^(?:date|pubdate|(?:ال)?تاريخ(?: النشر)?)$/i],
	[['updated'], /^(?:modified|lastmod|(?:ال)?تحديث|تاريخ التحديث)$/i],
	[['picture'], /^(?:(?:featured_?)?image|photo|cover|thumbnail|(?:ال)?صورة)$/i],
	[['aliases'], /^(?:permalink|redirect_from)$/i],
	[['corrections'], /^(?:correction|تصحيح(?:ات)?)$/i],
	[['kind'], /^(?:type|(?:ال)?نوع)$/i],
	[['series'], /^(?:ال)?سلسلة$/],
	[['draft'], /^(?:ال)?مسودة$/],
	[['event'], /^(?:ال)?(?:حدث|فعالية)$/],
	[['forum'], /^(?:ال)?منتدى$/],
	[['awards'], /^(?:award|(?:ال)?جوائز|(?:ال)?جائزة)$/i],
	[['name'], /^(?:ال)?اسم$/],
	[['starts'], /^(?:start|(?:ال)?بداية)$/i],
	[['ends'], /^(?:end|(?:ال)?نهاية)$/i],
];
const SPACES = {
	one: 'مسافة',
	two: 'مسافتان',
	few: '# مسافات',
	many: '# مسافة',
	other: '# مسافة',
};

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const valueAt = (data: unknown, path: Path): unknown =>
	path.reduce<unknown>((value, key) => Object(value)[key], data);
/** `event.organizers[0].url` */
export const fieldName = (path: Path): string =>
	path
		.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
		.join('')
		.replace(/^\./, '');

/** A key and its value as one line of YAML: `source: { name: الجسر }`. */
export const lineOf = (key: PropertyKey, value: unknown) =>
	typeof key === 'number' ? `- ${inline(value)}` : `${String(key)}: ${inline(value)}`;
const inline = (value: unknown) =>
	stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true }).trim();

/** The schema of a value by its path; undefined for what is not in it. */
function schemaAt(schema: Schema | undefined, path: Path): Schema | undefined {
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

/** Converts a value to the schema's type; undefined if that is not certain. */
function inForm(value: unknown, schema: Schema): unknown {
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
const yamlDigits = (text: string) =>
	inLatinDigits(text).replace('\u066B', '.').replaceAll('\u066C', '');
const matches = (value: unknown, { type }: Schema) =>
	type === undefined ||
	String(type).replace('integer', 'number') === (Array.isArray(value) ? 'array' : typeof value);

const WANTED: typeof KINDS = { ...KINDS, string: 'نصًا واحدًا' };

/** What is said of a key. */
export interface Told {
	message: string;
	/** The path of the key that was meant by it. */
	instead?: Path;
	/** The line to write instead, where no person must decide. */
	line?: string;
	/** The right key or value, where it is certain. */
	key?: string;
	value?: string;
}

/** Renamed keys, by path: the new key, its value, and in `ask` what only the writer knows. */
const MOVED: Record<string, (old: unknown) => { key: string; value: unknown; ask?: string }> = {
	'forum.resolution': (old) => ({
		key: 'documents',
		value: [{ kind: 'resolution', ...Object(old) }],
	}),
	'event.delegates': (old) => {
		const delegates = Array.isArray(old) ? old.filter(isObject) : [];
		const [of, ...others] = new Set(delegates.map(({ organization }) => organization));
		return typeof of === 'string' && others.length === 0
			? {
					key: 'delegation',
					value: { of, members: delegates.map(({ organization: _, ...member }) => member) },
				}
			: {
					key: 'delegation',
					value: { of: '…', members: delegates },
					ask: 'واكتب مكان … من يمثّله الوفد.',
				};
	},
};

/** What to say of an issue of Zod's that is about a key or a kind; undefined where its own message says more. */
export function aboutKey(
	schema: Schema,
	data: unknown,
	issue: z.core.$ZodIssue,
	path: Path,
): Told | undefined {
	if (issue.code === 'unrecognized_keys')
		return movedKey(data, path) ?? otherName(schema, data, path) ?? otherPlace(schema, data, path);
	const value = valueAt(data, path);
	const own = schemaAt(schema, path);
	// `contact: 45251234`. A form that any text has says nothing of numbers.
	const form = own?.pattern ?? '.';
	if (typeof value === 'number' && form !== '.' && new RegExp(form).test(`${value}`))
		return { message: `رقم بلا علامتي تنصيص يُقرأ عددًا. اكتب "${value}".`, value: `"${value}"` };
	if (issue.code === 'custom' && typeof value === 'string')
		return (
			otherDate(data, issue, path, own) ?? otherDigits(value, issue, own) ?? bareName(value, own)
		);
	const plain = yamlDigits(String(value)).trim();
	if (issue.code === 'invalid_value' && own?.enum?.map(String).includes(plain))
		return { message: `«${value}» فيها مسافة أو أرقام أخرى. اكتب ${plain} وحدها.`, value: plain };
	if (issue.code === 'invalid_value' && path[0] === 'kind') return otherKind(value);
	if (issue.code === 'invalid_value') return inArabic(value, own);
	if (issue.code !== 'invalid_type') return undefined;
	const key = path.at(-1) ?? '';
	const name = fieldName(path);
	const example = own?.examples?.[0];
	const line = example === undefined ? undefined : lineOf(key, example);
	if (value === undefined) {
		const where = path.length > 1 ? ` تحت ${fieldName(path.slice(0, -1))}` : '';
		return {
			message: `المفتاح ${name} ناقص. ${line ? `أضف${where} سطرًا مثل: ${line}` : `أضفه${where}.`}`,
		};
	}
	if (value === null)
		return {
			message: `المفتاح ${name} بلا قيمة. ${line ? `اكتبها، مثل: ${line}` : 'اكتبها أو احذفه.'}`,
		};
	const kind = WANTED[String(own?.type)];
	// A form of its own (a date, a link) has a message of its own.
	if (
		!own ||
		!kind ||
		matches(value, own) ||
		issue.message !== arabicIssue({ ...issue, input: value } as never)
	)
		return undefined;
	const read = inForm(value, own);
	const formed = name === 'authors' && Array.isArray(read) ? read.flatMap(namesIn) : read;
	const right = formed ?? example;
	if (right === undefined) return undefined;
	// Safe to fix: names of people have no commas, and a list of one has one meaning.
	const isSure =
		formed !== undefined &&
		(own.type === 'array'
			? path[0] === 'authors' || !/[,،;؛]/.test(String(value))
			: !Array.isArray(value) || value.length === 1);
	return {
		message: `المفتاح ${name} يأخذ ${kind}. اكتبه هكذا: ${lineOf(key, right)}`,
		...(isSure && !hasMore(value) && { value: inline(formed) }),
	};
}

/** Whether a person or a body has more than a name, which a name alone would lose. */
const hasMore = (value: unknown) =>
	[value].flat().some((item) => isObject(item) && Object.keys(item).length > 1);

/** A date that is written otherwise. */
function otherDate(
	data: unknown,
	{ message }: z.core.$ZodIssue,
	path: Path,
	own: Schema | undefined,
): Told | undefined {
	if (!own?.pattern?.startsWith('^\\d{4}') || precision(String(valueAt(data, path))))
		return undefined;
	const value = String(valueAt(data, path));
	const [, day, offset] = /^([\d-]{10})T24:00(?::00)?(.+)$/.exec(value) ?? [];
	if (day && precision(day)) {
		const next = new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);
		return {
			message: `الساعة 24:00 من يوم هي 00:00 من الذي بعده. اكتب ${next}T00:00:00${offset}، أو صحّح الساعة.`,
		};
	}
	if (new RegExp(own.pattern).test(value))
		return {
			message: `«${value}» في صيغة صحيحة، ولا وجود له في التقويم. صحّح اليوم أو الشهر أو الساعة.`,
		};
	const zone = Object(Object(data)[String(path[0])]).timeZone;
	const meant = meantDate(value, isTimeZone(zone) ? zone : site.timeZone);
	if (!meant || !new RegExp(own.pattern).test(meant.date)) return undefined;
	return {
		message: `${message.split('.')[0]}. اكتب ${meant.date}${meant.isCertain ? '' : ' إن كان اليوم قبل الشهر'}.`,
		...(meant.isCertain && { value: meant.date }),
	};
}

/** A form of digits, `09:30`, in those of another family. */
function otherDigits(
	value: string,
	{ message }: z.core.$ZodIssue,
	own: Schema | undefined,
): Told | undefined {
	const latin = inLatinDigits(value);
	const isRight = (text: string) => own?.pattern && new RegExp(own.pattern).test(text);
	if (latin === value || isRight(value) || !isRight(latin)) return undefined;
	return { message: `${message.split('.')[0]}. اكتب ${latin}.`, value: latin };
}

/** A file beside the text by its name alone. */
function bareName(value: string, own: Schema | undefined): Told | undefined {
	if (!own?.pattern?.startsWith('^\\.\\.?/') || !BARE_NAME.test(value)) return undefined;
	return { message: bareNameSentence(value), value: `./${value}` };
}

/** A kind of article by its name in Arabic: «رأي» for opinion, «خبر» for news. */
function otherKind(value: unknown): Told | undefined {
	const name = String(value).replace(/^ال/, '').toLowerCase();
	const kinds = Object.entries({ ...strings.kinds, news: 'خبر' });
	const [kind] = kinds.find((names) => names.includes(name)) ?? [];
	if (!kind) {
		const all = kinds.map(([key, name]) => `${key} ${name}`);
		return { message: `«${value}» ليس من القيم الممكنة. اكتب إحداها: ${all.join('، ')}.` };
	}
	return { message: `«${value}» ليس من القيم الممكنة. اكتب ${kind}.`, value: kind };
}

/** Values of an event by their names in Arabic. */
const VALUES: readonly [value: string, names: RegExp][] = [
	['postponed', /^(?:مؤجلة?|أجلت?|تأجلت?)$/],
	['cancelled', /^(?:ملغ[ىيا]ة?|ألغيت?)$/],
	['online', /^(?:عن بعد|عبر الإنترنت|افتراضي|أونلاين)$/],
	['in-person', /^حضوري$/],
	['mixed', /^(?:مدمج|مختلط|هجين)$/],
];
function inArabic(value: unknown, own: Schema | undefined): Told | undefined {
	const name = String(value).replace(/\p{M}/gu, '');
	const [meant] =
		VALUES.find(([known, names]) => own?.enum?.includes(known) && names.test(name)) ?? [];
	if (!meant) return undefined;
	return {
		message: `«${value}» بالعربية، والقيم تُكتب بالإنجليزية. اكتب ${meant}.`,
		value: meant,
	};
}

/** A key of an earlier version. */
function movedKey(data: unknown, path: Path): Told | undefined {
	const name = fieldName(path);
	// `constructor` is a key of every object.
	const moved = Object.hasOwn(MOVED, name) && MOVED[name]?.(valueAt(data, path));
	if (!moved) return undefined;
	const { key, value, ask } = moved;
	const line = lineOf(key, value);
	return {
		message: `المفتاح ${String(path.at(-1))} صار ${key}. اكتب مكانه: ${line}${ask ? ` ${ask}` : ''}`,
		instead: [...path.slice(0, -1), key],
		...(!ask && { line }),
	};
}

/** A key by another name, where the one that was meant is known and not there yet. */
function otherName(schema: Schema, data: unknown, path: Path): Told | undefined {
	const key = String(path.at(-1));
	const parent = path.slice(0, -1);
	const known = Object.keys(schemaAt(schema, parent)?.properties ?? {});
	const name = key.replace(/\p{M}/gu, '').trim();
	const letters = (text: string) => text.toLowerCase().replace(/[-_ ]/g, '');
	const all = [
		...known.filter((other) => letters(other) === letters(name)),
		...(NAMES.find(([, others]) => others.test(name))?.[0] ?? []),
	].filter((other) => known.includes(other));
	const meant = all.find((other) => valueAt(data, [...parent, other]) === undefined);
	if (!meant) return undefined;
	const instead = [...parent, meant];
	const own = schemaAt(schema, instead) ?? {};
	const value = valueAt(data, path);
	const right = matches(value, own) ? value : (inForm(value, own) ?? own.examples?.[0] ?? value);
	const why = /\p{Script=Arabic}/u.test(key)
		? `المفتاح «${key}» بالعربية، والمفاتيح تُكتب بالإنجليزية`
		: `المفتاح ${key} غير معروف`;
	return {
		message: `${why}. اكتب مكانه: ${lineOf(meant, right)}`,
		instead,
		...(new Set(all).size === 1 && { key: meant }),
	};
}

/**
 * A known key in the wrong place; undefined if it is unknown, or another name of
 * a key that is valid here.
 */
function otherPlace(schema: Schema, data: unknown, path: Path): Told | undefined {
	const key = String(path.at(-1));
	// The key that was meant is there already: do not propose another place.
	const known = schemaAt(schema, path.slice(0, -1))?.properties ?? {};
	if (NAMES.some(([keys, others]) => others.test(key) && keys.some((name) => name in known)))
		return undefined;
	const line = lineOf(key, valueAt(data, path));
	const homes = homesOf(key, schema);
	const root = (home: Path) => (home[0] === undefined ? undefined : Object(data)[home[0]]);
	// First a parent that is empty, then one that exists.
	const home =
		homes.find((home) => root(home) === null) ??
		homes.find((home) => root(home) !== undefined) ??
		homes[0];
	if (!home) return undefined;
	const where =
		home.length > 0
			? `تحت ${home.join('.')}، وقبله ${inWords(2 * home.length, SPACES)}`
			: 'في أول السطر، بلا مسافات قبله';
	return {
		message: `المفتاح ${key} في غير مكانه. اكتبه ${where}: ${line}`,
		instead: [...home, key],
	};
}
