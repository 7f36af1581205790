import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { copyProject } from './project.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** The folder of the built site, for the tests that stand in `content/`. */
		site: string;
	}
}

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Builds the publisher's own site once, for the tests in `content/`: `inject('site')`. Where there
 * are none it does not run. It alone, under `tests/`, reads `content/` and `src/site.ts`.
 */
export default async function setup(project: TestProject) {
	const copy = await copyProject({
		content: undefined,
		'src/site.ts': await readFile(join(root, 'src/site.ts'), 'utf8'),
	});
	await cp(join(root, 'content'), join(copy.folder, 'content'), { recursive: true });
	const { code, output } = await copy.build('https://example.org/');
	if (code !== 0) throw new Error(output);
	project.provide('site', `${copy.folder}/dist`);
	return copy.remove;
}
