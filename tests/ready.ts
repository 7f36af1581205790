/** Before each file of tests that read built sites: waits for the papers, or for the publisher's site. */
import { inject } from 'vitest';
import { built } from './project.ts';

const folders = inject('site') ? [inject('site')] : inject('sites').map(({ folder }) => folder);
for (const folder of folders) await built(folder);
