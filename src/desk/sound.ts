/**
 * Remembers files without problems. They are judged again only if they, or what they asked about
 * other files, have changed.
 */
import type { ContentFile } from '../article/files.ts';
import { readContent } from '../article/read.ts';
import { findingKey, openFindings } from '../findings.ts';
import type { Problem } from '../problems.ts';
import type { Surroundings } from './body.ts';
import { fileProblems } from './judge.ts';

/** What a judge asked about other files, and was answered. */
type Answers = Record<string, string>;

/**
 * Judges files as `fileProblems` does; of those that were sound in the last build only what
 * changed.
 * @param surroundings By file.
 * @param judge What judges one; its tests count how often.
 */
export async function judgeFiles(
	files: readonly ContentFile[],
	surroundings: (file: string) => Surroundings,
	root: string,
	judge = fileProblems,
): Promise<Problem[]> {
	const sound = await openFindings(root, 'sound');
	const problems: Problem[] = [];
	for (const { file, raw, bytes } of files) {
		const key = findingKey(file, bytes);
		const questions = questionsTo(surroundings(file));
		const answers = sound.get(key) as Answers | undefined;
		if (answers && Object.entries(answers).every(([asked, told]) => questions.ask(asked) === told))
			continue;
		const found = judge(file, bytes, questions.surroundings);
		// Else ten thousand trees stay in memory until the last is judged.
		readContent(file, raw).forgetBody();
		problems.push(...found);
		if (found.length === 0) sound.set(key, questions.answers);
	}
	await sound.keep();
	return problems;
}

/** Surroundings that record every question with its answer; `ask` repeats a recorded question. */
function questionsTo({ exists, names, size, verdict, publications }: Surroundings) {
	const answers: Answers = {};
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
			// Asked where a file is missing: an error, which is told anew each time.
			...(names && { names }),
			size: listen('size', known.size),
			verdict: listen('verdict', known.verdict),
			publications: { ...publications, get: listen('publication', known.publication) },
		},
	};
}
