import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Astro puts the script after the page's end. */
const SCRIPT = /(\s*<\/body>\s*<\/html>\s*)<script type="module" src="([^"]+)"><\/script>/;

/**
 * Loads the script after the first paint. Browsers fetch `<script type="module">` at high priority and may run it before
 * they paint. Ours is an enhancement, so it waits for one frame and 100 ms, which old phones need to paint. Each
 * `pageshow` loads it again: Safari drops a running download when the reader leaves. The policy has the hash of this
 * line.
 */
export default function scripts(): AstroIntegration {
	return {
		name: 'scripts',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				for await (const path of glob('**/*.html', { cwd: root })) {
					const html = await readFile(join(root, path), 'utf8');
					await writeFile(
						join(root, path),
						html.replace(
							SCRIPT,
							'<script type="module">requestAnimationFrame(()=>setTimeout(()=>(onpageshow=()=>import("$2"))(),99))</script>$1',
						),
					);
				}
			},
		},
	};
}
