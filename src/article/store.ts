import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ViteUserConfig } from 'astro';

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

/**
 * Makes a build read the collections from the file that Astro has written. Else they are one
 * literal in the bundle, which Vite copies from plug-in to plug-in: 50 KB of memory an article.
 * @param folder Astro's `cacheDir`.
 */
export function storeFromFile(folder: string): Plugin {
	const file = join(folder, 'data-store.json');
	return {
		name: 'store-from-file',
		apply: 'build',
		enforce: 'pre',
		load: {
			order: 'pre',
			filter: { id: /^\0astro:data-layer-content$/ },
			// Without the file Astro's own plug-in answers. The code does not change with the content:
			// cache keys do.
			handler: () =>
				existsSync(file)
					? `import { readFileSync } from 'node:fs';
						export default JSON.parse(readFileSync(${JSON.stringify(file)}, 'utf8'));`
					: undefined,
		},
	};
}
