/**
 * `npm run new`: asks for the facts of an article and writes its file, ready to be written into.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { LOCAL } from '../address/environment.ts';
import { articlePath, path } from '../address/urls.ts';
import { dateOf, localDate } from '../article/dates.ts';
import { isSlug, slugify } from '../article/slugs.ts';
import { Refusal } from '../problems.ts';
import { site } from '../site.ts';
import { articleProblems } from './judge.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const fileOf = (slug: string) => `content/articles/${slug}.mdx`;

/**
 * The keys that are asked for, in this order, each with its question. A key with a default may stay
 * empty.
 */
const QUESTIONS = {
	headline: 'عنوان المقال',
	dek: 'جملة تحت العنوان',
	topic: 'الموضوع (مثل: محليات)',
	dateline: 'مكان كتابة الخبر (مثل: عمّان)',
} as const;
type Key = keyof typeof QUESTIONS;
const KEYS = Object.keys(QUESTIONS) as Key[];
export type Answers = Record<Key, string>;

/** Particles, left out of file names. */
const PARTICLE = /^(?:في|من|إلى|على|عن|مع|أن|إن|قد|لا|ما|هذا|هذه|بعد|قبل|بين|حتى|أو|ثم|و)$/;

/**
 * A file's name from a headline: its first words in Latin letters, without particles, 50 letters at
 * most. Letters are told as in the ids of headings; libraries drop alef or write ع as `e`.
 */
export function proposeSlug(headline: string): string {
	const words = headline
		.split(/\s+/)
		.filter((word) => !PARTICLE.test(word))
		.slice(0, 6);
	const [slug] = /^.{1,50}(?=-|$)/.exec(slugify(words.join(' '))) ?? ['article'];
	return slug;
}

/** The name itself, or with `-2`, `-3` … where it is taken. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
	let free = slug;
	for (let count = 2; isTaken(free); count++) free = `${slug}-${count}`;
	return free;
}

/** The text of a new article: a draft, so that nothing unfinished is published. */
export function articleSource(answers: Answers, published: string): string {
	const facts = stringify({ ...answers, published, draft: true }, { lineWidth: 0 });
	return `---\n${facts}---\n\nاكتب النص هنا.\n`;
}

/** Why an answer would not pass the gate, in Arabic; undefined where it would. */
export function answerSentence(key: Key, answer: string): string | undefined {
	const sound = { headline: 'عنوان للتجربة', dek: 'جملة.', topic: 'محليات', dateline: 'عمّان' };
	const source = articleSource({ ...sound, [key]: answer }, '2024-06-01');
	// Judged without `draft`: the errors of a draft are warnings.
	const problems = articleProblems(fileOf('new'), source.replace('draft: true\n', ''), {
		exists: () => false,
		publications: new Map(),
	});
	return problems.find(({ severity }) => severity !== 'warning')?.message;
}

/** Why a file cannot have this name, in Arabic; undefined where it can. */
export function slugSentence(slug: string, isTaken: (slug: string) => boolean): string | undefined {
	if (!isSlug(slug))
		return `«${slug}» لا يصلح اسمًا. اكتب حروفًا لاتينية صغيرة وأرقامًا تفصلها -، مثل book-fair-2026.`;
	if (isTaken(slug)) return `الملف ${fileOf(slug)} موجود، ولن يُكتب فوقه. اختر اسمًا آخر.`;
	return undefined;
}

/**
 * Takes what the arguments give and asks for the rest. A given answer that is wrong stops; one that
 * was typed is asked for again.
 * @throws a Refusal where an argument is wrong, or the input ends before the last answer.
 */
async function answers(isTaken: (slug: string) => boolean): Promise<Answers & { slug: string }> {
	const given = readArguments();
	const lines = createInterface({ input: process.stdin, terminal: false })[Symbol.asyncIterator]();
	const ask = async (
		name: string,
		question: string,
		why: (answer: string) => string | undefined,
		proposal = '',
	): Promise<string> => {
		const argument = given[name]?.trim();
		if (argument !== undefined) {
			const sentence = why(argument);
			if (sentence) throw new Refusal(`--${name}: ${sentence}`);
			return argument;
		}
		for (;;) {
			process.stdout.write(`${question}${proposal && ` [${proposal}]`}: `);
			const { value, done } = await lines.next();
			if (done) throw new Refusal(`\nلم يُجب عن «${question}». أجب عنه، أو اكتب --${name} "…".`);
			const answer = String(value).trim() || proposal;
			const sentence = why(answer);
			if (!sentence) return answer;
			console.log(sentence);
		}
	};
	const answers = {} as Answers;
	for (const key of KEYS)
		answers[key] = await ask(key, QUESTIONS[key], (answer) => answerSentence(key, answer));
	const slug = await ask(
		'slug',
		'اسم الملف',
		(name) => slugSentence(name, isTaken),
		freeSlug(proposeSlug(answers.headline), isTaken),
	);
	process.stdin.destroy();
	return { ...answers, slug };
}

function readArguments(): Partial<Record<string, string>> {
	const options = Object.fromEntries(
		[...KEYS, 'slug'].map((name) => [name, { type: 'string' as const }]),
	);
	try {
		return parseArgs({ options }).values;
	} catch {
		throw new Refusal(
			`اكتب: npm run new، أو: npm run new -- ${[...KEYS, 'slug'].map((name) => `--${name} "…"`).join(' ')}`,
		);
	}
}

if (import.meta.main) {
	try {
		const { slug, ...facts } = await answers((name) => existsSync(join(ROOT, fileOf(name))));
		const today = localDate(dateOf(Date.now()), site.timeZone);
		await mkdir(dirname(join(ROOT, fileOf(slug))), { recursive: true });
		// 'wx' fails where the file exists: another process may have written it meanwhile.
		await writeFile(join(ROOT, fileOf(slug)), articleSource(facts, today), { flag: 'wx' });
		console.log(
			`كُتب ${fileOf(slug)}\nيظهر في npm run dev على ${new URL(path(articlePath(slug)), LOCAL)}\nوهو مسودة: احذف السطر draft: true حين يكتمل.`,
		);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		console.error(error.message);
		process.exitCode = 1;
	}
}
