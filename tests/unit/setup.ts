/**
 * Before each file of unit tests. They share their modules: what a file changes of the newspaper is
 * put back after it.
 */
import { afterAll } from 'vitest';
import { site } from '../../src/site.ts';

const facts = { ...site };

afterAll(() => {
	for (const key of Object.keys(site)) delete (site as Record<string, unknown>)[key];
	Object.assign(site, facts);
});
