/**
 * Measures builds: `npm run bench -- build [COUNTS]`, for newsrooms of 1, 100 and 1,000 articles
 * without counts. Each is built from nothing, once more with nothing changed, and after an edit of
 * one text; beside it a plain Astro site of the same texts, without pictures.
 */
import { spawn } from 'node:child_process';
import {
	appendFile,
	mkdir,
	mkdtemp,
	readdir,
	rm,
	stat,
	symlink,
	writeFile,
} from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyProject } from '../project.ts';
import { writeNewsroom } from './newsroom.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const COUNTS = ['1', '100', '1000'];

/** The plain site: what Astro's guide has for a collection of MDX, and nothing more. */
const PLAIN: Record<string, string> = {
	'package.json': '{ "type": "module" }',
	'astro.config.mjs': `
		import mdx from '@astrojs/mdx';
		export default { site: 'https://example.org', integrations: [mdx()] };`,
	'src/content.config.ts': `
		import { defineCollection } from 'astro:content';
		import { glob } from 'astro/loaders';
		import { z } from 'astro/zod';
		const loader = glob({ base: './content/articles', pattern: '*.mdx' });
		const schema = z.object({ headline: z.string(), dek: z.string(), published: z.coerce.date() });
		export const collections = { articles: defineCollection({ loader, schema }) };`,
	'src/pages/index.astro': `---
import { getCollection } from 'astro:content';
const articles = (await getCollection('articles')).slice(0, 20);
---
<html lang="ar" dir="rtl"><title>plain</title>
{articles.map(({ id, data }) => <p><a href={\`/articles/\${id}/\`}>{data.headline}</a></p>)}</html>`,
	'src/pages/articles/[slug].astro': `---
import { getCollection, render } from 'astro:content';
export const getStaticPaths = async () =>
	(await getCollection('articles')).map((entry) => ({ params: { slug: entry.id }, props: { entry } }));
const { entry } = Astro.props;
const { Content } = await render(entry);
const Event = 'section';
---
<html lang="ar" dir="rtl"><title>{entry.data.headline}</title>
<h1>{entry.data.headline}</h1><p>{entry.data.dek}</p><Content components={{ Event }} /></html>`,
};

interface Cost {
	/** Of the processor, in seconds, all cores and processes together. */
	processor: number;
	/** On the clock, in seconds. */
	clock: number;
	/** The most memory of all its processes at once, in bytes, asked five times a second. */
	memory: number;
}

/** The memory of a process and its children, in bytes. */
function memoryOf(pid: number): Promise<number> {
	return new Promise((resolve) => {
		let table = '';
		const ps = spawn('ps', ['-A', '-o', 'pid=,ppid=,rss=']);
		ps.stdout.on('data', (text) => void (table += text));
		ps.on('close', () => {
			const rows = table
				.trim()
				.split('\n')
				.map((row) => row.trim().split(/\s+/).map(Number));
			const sum = (parent: number): number =>
				rows.reduce(
					(all, [id = 0, of, kilobytes = 0]) =>
						id === parent ? all + kilobytes : of === parent ? all + sum(id) : all,
					0,
				);
			resolve(sum(pid) * 1024);
		});
	});
}

/** Builds the site in a folder, and measures what it costs. @throws where the build fails. */
async function build(folder: string): Promise<Cost> {
	// As `npm run build` does.
	const command = [join(ROOT, 'src/build.mjs')];
	// `times` of the shell tells what its children took: in minutes and seconds, user and system.
	const line = '"$0" "$@" >build.log 2>&1; code=$?; times; exit $code';
	const start = performance.now();
	const shell = spawn('sh', ['-c', line, process.execPath, ...command], {
		cwd: folder,
		stdio: ['ignore', 'pipe', 'inherit'],
		env: {
			...process.env,
			SITE_URL: 'https://example.org/',
			ASTRO_TELEMETRY_DISABLED: '1',
			NODE_ENV: 'production',
			NO_COLOR: '1',
		},
	});
	let told = '';
	shell.stdout.on('data', (text) => void (told += text));
	let isOver = false;
	const over = new Promise<number>((resolve) =>
		shell.once('close', (code) => {
			isOver = true;
			resolve(code ?? 1);
		}),
	);
	let memory = 0;
	while (!isOver) {
		memory = Math.max(memory, await memoryOf(shell.pid ?? 0));
		await Promise.race([over, new Promise((resolve) => setTimeout(resolve, 200))]);
	}
	if ((await over) !== 0) throw new Error(`The build failed: ${folder}/build.log`);
	const clock = (performance.now() - start) / 1000;
	const [, children = ''] = told.trim().split('\n');
	const processor = [...children.matchAll(/(\d+)m([\d.]+)/g)].reduce(
		(sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
		0,
	);
	return { processor, clock, memory };
}

/** How many files a folder holds, and how many bytes. */
async function weightOf(folder: string): Promise<{ files: number; bytes: number }> {
	let [files, bytes] = [0, 0];
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		files++;
		bytes += (await stat(join(entry.parentPath, entry.name))).size;
	}
	return { files, bytes };
}

/** Builds a site from nothing, again, and after an edit of its first article. */
async function measure(folder: string) {
	const cold = await build(folder);
	const warm = await build(folder);
	await appendFile(
		join(folder, 'content/articles/story-00001.mdx'),
		'\nوانتهى اللقاء من غير بيان.\n',
	);
	const edit = await build(folder);
	return { costs: { cold, warm, 'one edit': edit }, ...(await weightOf(join(folder, 'dist'))) };
}

/** Measures newsrooms of so many articles, and prints a table as it goes. */
export async function measureBuilds(counts: readonly string[]): Promise<void> {
	const number = (value: number, digits = 0) =>
		value.toLocaleString('en', { maximumFractionDigits: digits });
	console.log(`${cpus().length} processors; seconds of processor (of clock)\n`);
	console.log(
		'| articles | build | ours, s | memory, MB | files | MB | plain, s | memory, MB | ratio |',
	);
	console.log('|--:|---|--:|--:|--:|--:|--:|--:|--:|');
	for (const count of counts.length > 0 ? counts : COUNTS) {
		const project = await copyProject({ content: undefined });
		const plain = await mkdtemp(join(tmpdir(), 'plain-'));
		await writeNewsroom(project.folder, Number(count));
		for (const [path, text] of Object.entries(PLAIN)) {
			await mkdir(join(plain, path, '..'), { recursive: true });
			await writeFile(join(plain, path), text);
		}
		await symlink(MODULES, join(plain, 'node_modules'), 'junction');
		await writeNewsroom(plain, Number(count));
		const theirs = await measure(plain);
		const ours = await measure(project.folder);
		for (const [name, cost] of Object.entries(ours.costs)) {
			const other = theirs.costs[name as keyof typeof theirs.costs];
			const seconds = ({ processor, clock }: Cost) =>
				`${number(processor, 1)} (${number(clock, 1)})`;
			console.log(
				`| ${number(Number(count))} | ${name} | ${seconds(cost)} | ${number(cost.memory / 1e6)} | ${number(ours.files)} | ${number(ours.bytes / 1e6, 1)} | ${seconds(other)} | ${number(other.memory / 1e6)} | ${number(cost.processor / other.processor, 1)} |`,
			);
		}
		await rm(plain, { recursive: true });
		await project.remove();
	}
}
