/**
 * Pictures of pages in old and other browsers: `npm run browsers`, or
 * `npm run browsers -- chromium-67 firefox`. The pages are those of the tests' newspaper, which it
 * builds, or with `--dist dist` the first page and an article of a built site. Look at them. The
 * script itself reports a page that scrolls sideways, a browser that does not start, words and
 * paragraphs that are lost in the PDF that Firefox prints (`printed.ts`), and a headline that
 * cannot be read (`readable.ts`).
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serve } from '../../src/hosting/serve.ts';
import { built } from '../bench/built.ts';
import { searchPrinted } from './printed.ts';
import { headlineProblem, missingReader } from './readable.ts';
import { BROWSERS } from './sessions.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const WIDTHS = [360, 1280];

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		out: { type: 'string', default: `${root}node_modules/.cache/pictures` },
		dist: { type: 'string' },
	},
});
const { folder, base, articles, remove } = await built(values.dist);
/** By the name that the picture gets. */
const pages = ['', ...articles.slice(0, 2)].map((path) => [path.split('/')[1] ?? 'home', path]);
const server = await serve(folder, base, 0);
// WebKit shows the page in a frame (sessions.ts), which the site forbids.
server.prependListener('request', (_request, response) => {
	const set = response.setHeader.bind(response);
	response.setHeader = (name, value) =>
		/^(?:x-frame-options|content-security-policy)$/i.test(name) ? response : set(name, value);
});
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
await mkdir(values.out, { recursive: true });
process.on('SIGINT', () => process.exit(130));
const reader = missingReader();
if (reader) {
	console.error(reader);
	process.exitCode = 1;
}

for (const name of positionals.length ? positionals : Object.keys(BROWSERS)) {
	try {
		const browser = BROWSERS[name];
		if (!browser)
			throw new Error(`لا متصفح بهذا الاسم. الأسماء: ${Object.keys(BROWSERS).join('، ')}`);
		const missing = browser.programs.filter(
			(program) =>
				!(process.env['PATH'] ?? '')
					.split(delimiter)
					.some((folder) => existsSync(join(folder, program))),
		);
		if (missing.length) throw new Error(`ينقص ${missing.join('، ')}. ${browser.install ?? ''}`);
		const session = await browser.open();
		try {
			for (const [page, path] of pages) {
				for (const width of WIDTHS) {
					const { png, sideways, headline } = await session.picture(origin + base + path, width);
					const file = `${values.out}/${name}-${page}-${width}.png`;
					await writeFile(file, png);
					console.log(file);
					if (sideways > 0)
						throw new Error(`الصفحة ${page} بعرض ${width} تنزلق جانبًا بمقدار ${sideways}px`);
					const unread = reader ? undefined : await headlineProblem(png, headline);
					if (unread) throw new Error(`الصفحة ${page} بعرض ${width}: ${unread}`);
				}
				if (!path || !session.print) continue;
				const { pdf, paragraphs } = await session.print();
				const file = `${values.out}/${name}-${page}.pdf`;
				await writeFile(file, pdf);
				const { counts, problem } = await searchPrinted(file, paragraphs);
				console.log(`${file}: ${counts}`);
				if (problem) throw new Error(problem);
			}
		} finally {
			await session.close();
		}
	} catch (error) {
		console.error(`${name}: ${(error as Error).message}`);
		process.exitCode = 1;
	}
}
await remove();
process.exit();
