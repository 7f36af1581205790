import type { AstroIntegration } from 'astro';
import { printed, Refusal } from '../problems.ts';

/**
 * An integration whose Refusals are printed alone and end the process: Astro would print a sentence
 * of its own before them. In GitHub Actions their problems come as annotations as well.
 */
export function alone(integration: AstroIntegration): AstroIntegration {
	const hooks = Object.entries(integration.hooks).map(([name, hook]) => [
		name,
		async (...given: unknown[]) => {
			try {
				return await (hook as (...given: unknown[]) => unknown)(...given);
			} catch (error) {
				if (!(error instanceof Refusal)) throw error;
				// A pipe may be slow: first all of it, then the end.
				return await new Promise(() => process.stderr.write(printed(error), () => process.exit(1)));
			}
		},
	]);
	return { ...integration, hooks: Object.fromEntries(hooks) };
}
