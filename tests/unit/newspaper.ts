/**
 * Before a process of unit tests begins: their newspaper is «المنارة». What a publisher writes into
 * `src/site.ts` concerns no test.
 */
import { registerHooks } from 'node:module';

const [THEIRS, OURS] = ['../../src/site.ts', '../newsroom/almanara.ts'].map(
	(file) => new URL(file, import.meta.url).href,
);

registerHooks({
	resolve(specifier, context, next) {
		const found = next(specifier, context);
		return found.url === THEIRS ? { ...found, url: OURS! } : found;
	},
});
