/** What to say of the values of frontmatter that the schema refuses, each with the right form. */
import type { z } from 'astro/zod';
import { arabicIssue, KINDS } from '../arabic-issues.ts';
import { DAY, precision } from '../article/dates.ts';
import { isTimeZone } from '../fields.ts';
import { inLatinDigits } from '../publisher/numbers.ts';
import { site } from '../site.ts';
import { strings } from '../strings.ts';
import { meantPath, meantPathSentence } from './addresses.ts';
import { namesIn } from './author-names.ts';
import { meantDate } from './meant-date.ts';
import { fieldName, isObject, type Path, type Schema, schemaAt, valueAt } from './schema-paths.ts';
import { inForm, inline, lineOf, matches, yamlDigits } from './value-forms.ts';

const WANTED: typeof KINDS = { ...KINDS, string: 'نصًا واحدًا' };

export interface ValueProblem {
	/** In Arabic; ends with the mend. */
	message: string;
	/** The value to write instead, as YAML, where it is certain. */
	value?: string;
}

/**
 * What to say of the value that an issue of Zod's is about; undefined where the issue's own message
 * says more.
 */
export function valueProblem(
	schema: Schema,
	data: unknown,
	issue: z.core.$ZodIssue,
	path: Path,
): ValueProblem | undefined {
	const value = valueAt(data, path);
	const own = schemaAt(schema, path);
	// `contact: 45251234`. A form that any text has says nothing of numbers.
	const form = own?.pattern ?? '.';
	if (typeof value === 'number' && form !== '.' && new RegExp(form).test(`${value}`))
		return { message: `رقم بلا علامتي تنصيص يُقرأ عددًا. اكتب "${value}".`, value: `"${value}"` };
	switch (issue.code) {
		case 'custom':
			if (typeof value !== 'string') return undefined;
			return (
				otherDate(value, data, issue, path, own) ??
				otherDigits(value, issue, own) ??
				otherPath(value, own)
			);
		case 'invalid_value':
			return (
				plainValue(value, own) ?? (path[0] === 'kind' ? otherKind(value) : inArabic(value, own))
			);
		case 'invalid_type':
			return value === undefined || value === null
				? noValue(value, path, own)
				: otherType(value, issue, path, own);
		default:
			return undefined;
	}
}

/** A key that is missing, or has no value. */
function noValue(value: null | undefined, path: Path, own: Schema | undefined): ValueProblem {
	const name = fieldName(path);
	const example = own?.examples?.[0];
	const line = example === undefined ? undefined : lineOf(path.at(-1) ?? '', example);
	if (value === undefined) {
		const where = path.length > 1 ? ` تحت ${fieldName(path.slice(0, -1))}` : '';
		return {
			message: `المفتاح ${name} ناقص. ${line ? `أضف${where} سطرًا مثل: ${line}` : `أضفه${where}.`}`,
		};
	}
	return {
		message: `المفتاح ${name} بلا قيمة. ${line ? `اكتبها، مثل: ${line}` : 'اكتبها أو احذفه.'}`,
	};
}

/** A text for a list, a list for a text. */
function otherType(
	value: unknown,
	issue: z.core.$ZodIssue,
	path: Path,
	own: Schema | undefined,
): ValueProblem | undefined {
	const kind = WANTED[String(own?.type)];
	// A form of its own (a date, a link) has a message of its own.
	if (
		!own ||
		!kind ||
		matches(value, own) ||
		issue.message !== arabicIssue({ ...issue, input: value } as never)
	)
		return undefined;
	const name = fieldName(path);
	const example = own.examples?.[0];
	const read = inForm(value, own);
	const formed = name === 'authors' && Array.isArray(read) ? read.flatMap(namesIn) : read;
	// `picture: photo.jpg`: the name of the file is known.
	const named =
		typeof value === 'string' && /^[^\s:]+$/.test(value) && isObject(example) && 'src' in example
			? { ...example, src: `./${value.replace(/^\.\//, '')}` }
			: example;
	const right = formed ?? named;
	if (right === undefined) return undefined;
	// Safe to fix: names of people have no commas, and a list of one has one meaning.
	const isSure =
		formed !== undefined &&
		(own.type === 'array'
			? path[0] === 'authors' || !/[,،;؛]/.test(String(value))
			: !Array.isArray(value) || value.length === 1);
	return {
		message: `المفتاح ${name} يأخذ ${kind}. اكتبه هكذا: ${lineOf(path.at(-1) ?? '', right)}`,
		...(isSure && !hasMore(value) && { value: inline(formed) }),
	};
}

/** Whether a person or a body has more than a name, which a name alone would lose. */
const hasMore = (value: unknown) =>
	[value].flat().some((item) => isObject(item) && Object.keys(item).length > 1);

/** A date that is written otherwise. */
function otherDate(
	value: string,
	data: unknown,
	{ message }: z.core.$ZodIssue,
	path: Path,
	own: Schema | undefined,
): ValueProblem | undefined {
	if (!own?.pattern?.startsWith('^\\d{4}') || precision(value)) return undefined;
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

/** One of the possible values, with a space or in other digits. */
function plainValue(value: unknown, own: Schema | undefined): ValueProblem | undefined {
	const plain = yamlDigits(String(value)).trim();
	return own?.enum?.map(String).includes(plain)
		? { message: `«${value}» فيها مسافة أو أرقام أخرى. اكتب ${plain} وحدها.`, value: plain }
		: undefined;
}

/** A form of digits, `09:30`, in those of another family. */
function otherDigits(
	value: string,
	{ message }: z.core.$ZodIssue,
	own: Schema | undefined,
): ValueProblem | undefined {
	const latin = inLatinDigits(value);
	const isRight = (text: string) => own?.pattern && new RegExp(own.pattern).test(text);
	if (latin === value || isRight(value) || !isRight(latin)) return undefined;
	return { message: `${message.split('.')[0]}. اكتب ${latin}.`, value: latin };
}

/** A file beside the text by its name alone, or by a path of Windows. */
function otherPath(value: string, own: Schema | undefined): ValueProblem | undefined {
	const meant = own?.pattern?.startsWith('^\\.\\.?/') ? meantPath(value) : undefined;
	return meant ? { message: meantPathSentence(value, meant), value: meant } : undefined;
}

/** A kind of article by its name in Arabic: «رأي» for opinion, «خبر» for news. */
function otherKind(value: unknown): ValueProblem | undefined {
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
function inArabic(value: unknown, own: Schema | undefined): ValueProblem | undefined {
	const name = String(value).replace(/\p{M}/gu, '');
	const [meant] =
		VALUES.find(([known, names]) => own?.enum?.includes(known) && names.test(name)) ?? [];
	if (!meant) return undefined;
	return {
		message: `«${value}» بالعربية، والقيم تُكتب بالإنجليزية. اكتب ${meant}.`,
		value: meant,
	};
}
