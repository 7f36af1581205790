import { cpSync, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { copyProject } from './project.ts';
import { build, stopBuilds } from './sites.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** The folder of the publisher's built site. */
		site: string;
	}
}

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Builds the publisher's site for the tests in `content/`: `inject('site')`. ready.ts waits for it.
 * Without such tests it does not run. Nothing else under `tests/` reads `content/`.
 */
export default async function setup(project: TestProject) {
	const copy = await copyProject({
		content: undefined,
		'src/site.ts': await readFile(join(root, 'src/site.ts'), 'utf8'),
	});
	for (const part of ['content', 'public'].filter((part) => existsSync(join(root, part))))
		cpSync(join(root, part), join(copy.folder, part), { recursive: true });
	project.provide('site', `${copy.folder}/dist`);
	const built = build(copy, { SITE_URL: 'https://example.org/', COMPRESS: 'false' });
	return async () => {
		stopBuilds();
		await built;
		await copy.remove();
	};
}
