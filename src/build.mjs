/**
 * `npm run build`: runs Astro in a child process, as memory allocators read their settings at
 * start.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { node } from './link-node.mjs';

const astro = fileURLToPath(new URL('../node_modules/astro/bin/astro.mjs', import.meta.url));
const { status } = spawnSync(node, [astro, 'build', ...process.argv.slice(2)], {
	stdio: 'inherit',
	env: {
		// Astro's telemetry stops the build of an account that may not write to its HOME.
		ASTRO_TELEMETRY_DISABLED: '1',
		// glibc keeps freed memory in an arena per thread: 0.5 GB at 10,000 articles.
		MALLOC_ARENA_MAX: '2',
		// Rolldown's allocator (mimalloc) returns freed memory at once: 0.2 GB at 10,000 articles.
		MIMALLOC_PURGE_DELAY: '0',
		...process.env,
	},
});
process.exitCode = status ?? 1;
