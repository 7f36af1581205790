/** Before a file of tests that reads built sites: waits for the papers, or for the publisher's site. Others begin at once. */
import { readFileSync } from 'node:fs';
import { expect, inject } from 'vitest';
import { built } from './project.ts';

const { testPath = '' } = expect.getState();
const folders = inject('site') ? [inject('site')] : inject('sites').map(({ folder }) => folder);
if (/inject\('sites?'\)/.test(readFileSync(testPath, 'utf8')))
	for (const folder of folders) await built(folder);
