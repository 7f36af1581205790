import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AstroIntegration } from 'astro';
import { diskSentence, printed, Refusal } from '../problems.ts';

/**
 * Wraps an integration: its Refusals, and what the disk refuses, are printed without what Astro would print before them, and
 * end the process. In GitHub Actions their problems are annotations as well.
 */
export function alone(integration: AstroIntegration): AstroIntegration {
	const hooks = Object.entries(integration.hooks).map(([name, hook]) => [
		name,
		async (...given: unknown[]) => {
			try {
				return await (hook as (...given: unknown[]) => unknown)(...given);
			} catch (error) {
				const { code, path = '' } = Object(error);
				// What could not be made is the fault of its folder.
				const sentence = diskSentence(code, existsSync(path) ? path : dirname(path));
				const refusal = sentence ? new Refusal(sentence) : error;
				if (!(refusal instanceof Refusal)) throw error;
				// A pipe may be slow: wait until all is written, then exit.
				return await new Promise(() =>
					process.stderr.write(printed(refusal), () => process.exit(1)),
				);
			}
		},
	]);
	return { ...integration, hooks: Object.fromEntries(hooks) };
}
