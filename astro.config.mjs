// @ts-check
import './src/address/first.ts';

import { setFlagsFromString } from 'node:v8';
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { base, site } from './src/address/urls.ts';
import { markdown } from './src/article/markdown.ts';
import { storeFromFile } from './src/article/store.ts';
import { cacheFolder } from './src/cache.ts';
import content from './src/desk/integration.ts';
import gates from './src/gates/integration.ts';
import { printRefusals } from './src/gates/refusals.ts';
import cache from './src/hosting/cache-integration.ts';
import hosting from './src/hosting/integration.ts';
import later from './src/hosting/later-integration.ts';
import offline from './src/hosting/offline.ts';
import progress from './src/hosting/progress.ts';
import { leftovers } from './src/hosting/public-files.ts';
import publish from './src/hosting/publish-integration.ts';
import { JPEG } from './src/pictures/jpeg.ts';
import { originalsByDigest } from './src/pictures/originals.ts';
import search from './src/search/integration.ts';
import preview from './src/sharing/preview.ts';
import siteStyles from './src/styles/site-styles.ts';

// V8 lets its heap grow to four times of what is in use before it cleans up: of 10,000 articles 0.9
// GB of garbage would lie there. And Node 24 would clean all of it each time that 64 MB of pixels
// were drawn, which lie outside of it: counted with the rest they take a tenth less of the time of
// a first build.
setFlagsFromString('--heap-growing-percent=50');
if (Number.parseInt(process.versions.node, 10) >= 24)
	setFlagsFromString('--external-memory-accounted-in-global-limit');

export default defineConfig({
	site,
	base,
	trailingSlash: 'always',
	// 'jsx', the default, glues words: it drops the line break before an inline tag.
	compressHTML: true,
	cacheDir: cacheFolder('.'),
	prerenderConflictBehavior: 'error',
	// A page whose key (article/page-key.ts) is as it was is taken from the last build.
	experimental: { incrementalBuild: true },
	// One file paints the page: on a slow link a second request costs more than these bytes.
	build: { inlineStylesheets: 'always', concurrency: 4 },
	image: {
		service: {
			entrypoint: '/src/pictures/service.ts',
			// With little effort: at the same likeness AVIF is as small as with more, WebP 7 % larger, in
			// half of the time.
			config: {
				avif: { effort: 0, quality: 55, chromaSubsampling: '4:2:0' },
				webp: { effort: 2, quality: 76 },
				jpeg: { quality: 76, ...JPEG },
			},
		},
	},
	markdown: { processor: markdown(), syntaxHighlight: false },
	integrations: [
		content(),
		preview(),
		search(),
		mdx(),
		offline(),
		later(),
		leftovers(),
		gates(),
		cache(),
		hosting(),
		progress(),
		publish(),
	].map(printRefusals),
	vite: {
		cacheDir: '.astro/vite',
		// Tailwind's banner would stand first in every page; of its own style none is in ours.
		plugins: [
			storeFromFile(cacheFolder('.')),
			originalsByDigest(),
			siteStyles(),
			tailwindcss(),
			{
				name: 'after-tailwind',
				enforce: 'pre',
				transform: (code, id) =>
					id.endsWith('.css') ? code.replace(/^\/\*! tailwindcss .*?\*\/\s*/, '') : undefined,
			},
		],
		// Scripts stay files, which hosting/defer-scripts.ts lets wait.
		build: {
			assetsInlineLimit: 0,
			// Phones of 2018: range queries, inset and two-sided logical properties are written out in
			// what they know.
			cssTarget: ['chrome67', 'safari13', 'ios13', 'firefox78'],
			// Each compiled MDX file carries a directive that the bundler would warn of; it is harmless.
			rolldownOptions: { checks: { moduleLevelDirective: false } },
		},
		// In the name that Astro would give, a script is called by its component and by how it was
		// found.
		environments: {
			client: {
				build: { rolldownOptions: { output: { entryFileNames: '_astro/script.[hash].js' } } },
			},
		},
	},
	devToolbar: { enabled: false },
});
