/** The key that was meant by one that the schema does not know. */
import { inWords } from '../plural.ts';
import {
	fieldName,
	homesOf,
	isObject,
	type Path,
	type Schema,
	schemaAt,
	valueAt,
} from './schema-paths.ts';
import { inForm, lineOf, matches } from './value-forms.ts';

/**
 * Other names that writers use for a key. The first key that the schema has in that place is meant.
 */
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

export interface MeantKey {
	/** In Arabic; ends with the mend. */
	message: string;
	/** The path of the key that was meant. */
	instead: Path;
	/** The line to write instead, where no person must decide. */
	line?: string;
	/** The key to write instead, where it is certain. */
	key?: string;
}

/**
 * The key that was meant by the unknown one at the end of a path; undefined where nothing tells.
 */
export const meantKey = (schema: Schema, data: unknown, path: Path): MeantKey | undefined =>
	movedKey(data, path) ?? otherName(schema, data, path) ?? otherPlace(schema, data, path);

/** A key of an earlier version. */
function movedKey(data: unknown, path: Path): MeantKey | undefined {
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
function otherName(schema: Schema, data: unknown, path: Path): MeantKey | undefined {
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
function otherPlace(schema: Schema, data: unknown, path: Path): MeantKey | undefined {
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
