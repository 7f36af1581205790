import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** A page's end and its script, which Astro puts after it. */
const SCRIPT = /(\s*<\/body>\s*<\/html>\s*)<script type="module" src="([^"]+)"><\/script>/;

/**
 * Lets the script give way to the text: browsers fetch `<script type="module">` at high priority beside the page, and run it
 * before they paint where they can. Ours only adds to it, so it is asked for once the page has been painted: after the
 * frame, and a tenth of a second for old phones to draw it; and once more whenever the page is shown again, because Safari
 * drops what was on its way when a reader left. The policy knows this line by its hash (hosting/headers.ts).
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
