/** Texts in which nothing was found: while they and what they lead to are the same, they are not judged again. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ContentFile } from '../article/files.ts';
import { engineVersion } from '../cache.ts';
import type { Problem } from '../problems.ts';
import type { Surroundings } from './body.ts';
import { fileProblems } from './judge.ts';

/** By a digest of a text: what its judge asked about other files, and was answered. */
type Sound = Record<string, Record<string, string>>;

/**
 * Judges files as `fileProblems` does; of those that were sound in the last build only what changed.
 * @param cache Where it is kept, which are sound.
 * @param surroundings By file.
 * @param judge What judges one; its tests count how often.
 */
export async function judgeFiles(
	files: readonly ContentFile[],
	surroundings: (file: string) => Surroundings,
	root: string,
	cache: string,
	judge = fileProblems,
): Promise<Problem[]> {
	const known: Sound = await readFile(cache, 'utf8')
		.then(JSON.parse)
		.catch(() => ({}));
	const keep: Sound = {};
	// The words of the interface are the engine's, the facts of the site are not.
	const version = engineVersion(root) + readFileSync(join(root, 'src/site.ts'), 'utf8');
	const problems: Problem[] = [];
	for (const { file, bytes } of files) {
		const key = createHash('sha256')
			.update(`${version}\n${file}\n`)
			.update(bytes)
			.digest('base64url');
		const questions = questionsTo(surroundings(file));
		const answers = known[key];
		if (
			answers &&
			Object.entries(answers).every(([asked, told]) => questions.ask(asked) === told)
		) {
			keep[key] = answers;
			continue;
		}
		const found = judge(file, bytes, questions.surroundings);
		problems.push(...found);
		if (found.length === 0) keep[key] = questions.answers;
	}
	await mkdir(dirname(cache), { recursive: true });
	await writeFile(`${cache}.part`, JSON.stringify(keep));
	await rename(`${cache}.part`, cache);
	return problems;
}

/** Surroundings that write down what they were asked; and an answer to what was asked once. */
function questionsTo({ exists, size, verdict, publications }: Surroundings) {
	const answers: Record<string, string> = {};
	const known = {
		exists,
		size: size ?? (() => 0),
		verdict: verdict ?? (() => undefined),
		publication: (slug: string) => publications.get(slug),
	};
	const ask = (asked: string): string => {
		const [kind = '', ...name] = asked.split(' ');
		return String(known[kind as keyof typeof known](name.join(' ')));
	};
	const listen =
		<Answer>(kind: keyof typeof known, answer: (name: string) => Answer) =>
		(name: string): Answer => {
			answers[`${kind} ${name}`] = ask(`${kind} ${name}`);
			return answer(name);
		};
	return {
		ask,
		answers,
		surroundings: {
			exists: listen('exists', known.exists),
			size: listen('size', known.size),
			verdict: listen('verdict', known.verdict),
			publications: { get: listen('publication', known.publication) },
		},
	};
}
