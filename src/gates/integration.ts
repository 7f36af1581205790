import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { LOCAL } from '../address/environment.ts';
import { under } from '../address/urls.ts';
import { filesOf } from '../files-of.ts';
import { findingKey, openFindings } from '../findings.ts';
import { logoProblems } from '../pictures/logo.ts';
import { describe, isError, type Problem, refuse } from '../problems.ts';
import { site as facts } from '../site.ts';
import { directionProblems } from './direction.ts';
import { authorsSentence } from './documents.ts';
import { linkProblems } from './links.ts';
import { isOriginal, pictureProblems } from './pictures.ts';
import type { Contents } from './references.ts';

/** What is kept of a file in which neither gate found anything. */
interface Kept extends Pick<Contents, 'references'> {
	anchors?: string[];
}

/**
 * The gates after a build: direction, links and pictures of the emitted files; before it, how the
 * logo looks. Texts are read once, one at a time. All problems are listed together and stop the
 * build.
 */
export default function gates(): AstroIntegration {
	let site: URL;
	let content: string;
	let project: string;
	return {
		name: 'gates',
		hooks: {
			'astro:config:setup': async ({ command, logger }) => {
				if (command !== 'build') return;
				const problems = await logoProblems(facts.logo);
				refuse('بيانات الصحيفة', problems.filter(isError));
				for (const problem of problems) logger.warn(describe(problem));
			},
			'astro:config:done': ({ config }) => {
				site = new URL(under(config.base, '/'), config.site ?? LOCAL);
				project = fileURLToPath(config.root);
				content = fileURLToPath(new URL('content/', config.root));
			},
			'astro:build:done': async ({ dir, logger }) => {
				const root = fileURLToPath(dir);
				const files = filesOf(root);
				// Files of public/: not judged for direction, and dead links in them only warn.
				const given = new Set(filesOf(join(project, 'public')));
				const sided: Problem[] = [];
				const sound = await openFindings(project, 'gates');
				const read = (file: string) => readFileSync(join(root, file), 'utf8');
				const links = linkProblems(site, files, read, (file, text, find) => {
					const key = findingKey(file, text);
					const known = sound.get(key) as Kept | undefined;
					if (known) {
						const { references, anchors } = known;
						return { references, ...(anchors && { anchors: new Set(anchors) }) };
					}
					const own = given.has(file) ? [] : directionProblems(file, text);
					const contents = find();
					sided.push(...own);
					const { references, anchors, problems = [] } = contents;
					if (own.length + problems.length === 0)
						sound.set(key, { references, anchors: anchors && [...anchors] });
					return contents;
				});
				await sound.keep();
				for (const link of links.filter(({ file }) => given.has(file)))
					logger.warn(describe({ ...link, file: `public/${link.file}` }));
				const authors = authorsSentence(root, files);
				if (authors) logger.warn(authors);
				const originals = filesOf(content).filter(isOriginal);
				refuse('بوّابة الموقع المبني', [
					...sided,
					...links.filter(({ file }) => !given.has(file)),
					...pictureProblems(
						files.map((file) => ({ file, path: join(root, file) })),
						originals.map((name) => ({ file: `content/${name}`, path: join(content, name) })),
					),
				]);
			},
		},
	};
}
