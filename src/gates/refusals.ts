import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AstroIntegration } from 'astro';
import { diskSentence, printed, Refusal } from '../problems.ts';

/**
 * Wraps an integration: its Refusals and file system errors are printed without Astro's own lines,
 * and end the process. In GitHub Actions each problem is an annotation too.
 */
export function printRefusals(integration: AstroIntegration): AstroIntegration {
	const hooks = Object.entries(integration.hooks).map(([name, hook]) => [
		name,
		async (...given: unknown[]) => {
			try {
				return await (hook as (...given: unknown[]) => unknown)(...given);
			} catch (error) {
				// Of a write nobody says where.
				const { code, path = process.cwd() } = Object(error);
				// A path that could not be created: name its folder.
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
