/** Setup of each test file: waits for the built sites that it names. Others begin at once. */
import { readFileSync } from 'node:fs';
import { expect, inject } from 'vitest';
import { built, told } from './project.ts';

// Node reads the files as they are written: maps of their lines would only be looked for, at each
// call of the browser.
process.setSourceMapsEnabled(false);

const { testPath = '' } = expect.getState();
const text = readFileSync(testPath, 'utf8');
const folders = inject('site') ? [inject('site')] : inject('sites').map(({ folder }) => folder);
if (/inject\('sites?'\)/.test(text)) for (const folder of folders) await built(folder);
for (const [name, folder] of Object.entries(inject('projects') ?? {}))
	if (text.includes(`inject('projects').${name}`)) await told(`${folder}/dist`);
