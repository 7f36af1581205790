/**
 * Weighs an article beside the floor, a bare page of the same text: `npm run bench`, the tests' own
 * article, which it builds, or `npm run bench -- dist articles/x/`, an article of a built site (its
 * first one without the path). `--runs N` visits each as often (5 without it), in turn, and gives
 * medians; `--json` prints all that was measured. `npm run bench -- search [dist]` tells what a
 * search loads and how long its first result takes: `search.ts`. `npm run bench -- queries [dist]`
 * what it finds among a thousand articles: `queries.ts`. `npm run bench -- text CORPUS.jsonl`
 * measures the checks of text instead: `text.ts`. `npm run bench -- build [COUNTS]` measures
 * builds: `build.ts`; `npm run bench -- shift` how far lines move when our typeface comes:
 * `shift.ts`.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureBuilds } from './build.ts';
import { built } from './built.ts';
import { floor } from './floor.ts';
import { prepareLighthouse, type Sample, slowPhone } from './lanes.ts';
import { measureQueries } from './queries.ts';
import { measureSearch } from './search.ts';
import { measureShift } from './shift.ts';
import { measureText } from './text.ts';
import { packed, weigh } from './weigh.ts';

/**
 * Starts a static host: all is compressed in advance but for pictures, pages are revalidated, the
 * rest is cached.
 */
async function host(folder: string, base: string, paths: readonly string[]) {
	const fileOf = (path: string) =>
		join(folder, decodeURI(path.slice(base.length)), path.endsWith('/') ? 'index.html' : '');
	const ready = new Map(paths.map((path) => [path, packed(fileOf(path))]));
	/** What is asked for besides what was weighed: pictures, and what the worker keeps. */
	const other = (path: string) => (existsSync(fileOf(path)) ? packed(fileOf(path)) : undefined);
	const server = createServer((request, response) => {
		const file = ready.get(request.url ?? '') ?? other(request.url ?? '');
		if (!file) return void response.writeHead(404).end();
		const kept = file.type.startsWith('text/html')
			? 'max-age=0, must-revalidate'
			: 'max-age=31536000, immutable';
		const headers = {
			'Content-Type': file.type,
			'Content-Length': file.body.length,
			'Cache-Control': `public, ${kept}`,
		};
		response
			.writeHead(200, file.encoding ? { ...headers, 'Content-Encoding': file.encoding } : headers)
			.end(file.body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted.length / 2;
	return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

/** The counts of `weigh`, by name of the row. */
function counted(folder: string, base: string, page: string): Sample {
	const { bytes, total, blocking, script, requests, elements } = weigh(folder, base, page);
	return {
		'HTML, B': bytes.html,
		'before the first paint, B': blocking,
		'whole page, B': total,
		'CSS files, B': bytes.css,
		'script, B': script,
		'fonts, B': bytes.font,
		'images, B': bytes.image,
		requests: requests.length,
		elements,
	};
}

if (process.argv[2] === 'text') {
	const corpus = process.argv[3];
	if (!corpus) throw new Error('اكتب اسم ملف النصوص: npm run bench -- text CORPUS.jsonl');
	measureText(corpus);
	process.exit();
}

if (process.argv[2] === 'build') {
	await measureBuilds(process.argv.slice(3));
	process.exit();
}

if (process.argv[2] === 'search') {
	await measureSearch(process.argv[3]);
	process.exit();
}

if (process.argv[2] === 'queries') {
	await measureQueries(process.argv[3]);
	process.exit();
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		runs: { type: 'string', default: '5' },
		json: { type: 'boolean', default: false },
		fonts: { type: 'string', multiple: true, default: [] },
		step: { type: 'string', default: '20' },
	},
});
if (positionals[0] === 'shift') {
	await measureShift(positionals[1], values.fonts, Number(values.step));
	process.exit();
}
const [dist, path] = positionals;
const { folder, base, articles, remove } = await built(dist);
const page = path ?? articles[0] ?? '';
const bare = mkdtempSync(join(tmpdir(), 'floor-'));
symlinkSync(join(folder, '_astro'), join(bare, '_astro'));
writeFileSync(join(bare, 'index.html'), floor(readFileSync(`${folder}/${page}index.html`, 'utf8')));

const sites = await Promise.all(
	[
		{ name: 'ours', folder, base, page },
		{ name: 'floor', folder: bare, base, page: '' },
	].map(async (site) => {
		const origin = await host(
			site.folder,
			site.base,
			weigh(site.folder, site.base, site.page).requests.filter((path) => path.startsWith('/')),
		);
		return {
			name: site.name,
			url: origin + site.base + site.page,
			counted: counted(site.folder, site.base, site.page),
			samples: [] as Sample[],
		};
	}),
);

const lighthouse = await prepareLighthouse();
for (let run = 1; run <= Number(values.runs); run++) {
	for (const { name, url, samples } of sites) {
		samples.push({ ...(await slowPhone(url)), ...(await lighthouse(url)) });
		console.error(`${run}/${values.runs} ${name}`);
	}
}
rmSync(bare, { recursive: true });
await remove();

if (values.json) console.log(JSON.stringify(sites, null, '\t'));
else {
	const [ours, bottom] = sites.map(({ counted, samples }) => {
		const rows = Object.keys(samples[0] ?? {}).map((row) => [
			row,
			median(samples.map((sample) => sample[row] ?? NaN)),
		]);
		return { ...counted, ...Object.fromEntries(rows) } as Sample;
	});
	console.log('| | ours | floor | ratio |\n|---|--:|--:|--:|');
	for (const [row, value] of Object.entries(ours ?? {})) {
		const least = bottom?.[row] ?? NaN;
		const [a, b] = [value, least].map((number) =>
			number.toLocaleString('en', { maximumFractionDigits: row.includes('CLS') ? 3 : 0 }),
		);
		console.log(`| ${row} | ${a} | ${b} | ${least > 0 ? (value / least).toFixed(2) : '–'} |`);
	}
}
process.exit();
