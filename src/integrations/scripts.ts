import type { AstroIntegration } from 'astro';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Astro's script, which it puts after the document's end, and that end. */
const SCRIPT = /(\s*<\/body>\s*<\/html>\s*)<script type="module" src="([^"]+)"><\/script>/;

/**
 * Lets the scripts give way to the text: browsers fetch `<script type="module">` at high priority beside the page, and run it
 * before they paint where they can. Ours only add to it, so each is asked for once the page has been painted: after the
 * frame, and a tenth of a second for old phones to draw it. The policy knows these lines by their hash (lib/hosting.ts).
 */
export default function scripts(): AstroIntegration {
	return {
		name: 'scripts',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				for await (const path of glob('**/*.html', { cwd: root })) {
					const html = await readFile(join(root, path), 'utf8');
					await writeFile(join(root, path), html.replace(SCRIPT, '<script type="module">requestAnimationFrame(()=>setTimeout(()=>import("$2"),99))</script>$1'));
				}
			},
		},
	};
}
