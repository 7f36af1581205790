import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeFrontmatter } from '../../src/desk/editors.ts';

/** The language server of VS Code's extension for Astro, spoken to as the editor speaks to it. */
interface Server {
	ask(method: string, params: unknown): Promise<unknown>;
	tell(method: string, params: unknown): void;
	process: ChildProcess;
}

const require = createRequire(import.meta.url);

function startServer(cwd: string): Server {
	const program = join(
		dirname(require.resolve('@astrojs/language-server/package.json')),
		'bin/nodeServer.js',
	);
	const child = spawn(process.execPath, [program, '--stdio'], { cwd });
	const waiting = new Map<number, (result: unknown) => void>();
	let count = 0;
	let read = Buffer.alloc(0);
	const send = (message: object) => {
		const text = JSON.stringify({ jsonrpc: '2.0', ...message });
		child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
	};
	child.stdout.on('data', (bytes: Buffer) => {
		read = Buffer.concat([read, bytes]);
		for (;;) {
			const end = read.indexOf('\r\n\r\n');
			const length = Number(/Content-Length: (\d+)/i.exec(read.toString('latin1'))?.[1]);
			if (end < 0 || read.length < end + 4 + length) return;
			const message = JSON.parse(read.subarray(end + 4, end + 4 + length).toString());
			read = read.subarray(end + 4 + length);
			if (message.method && message.id !== undefined)
				send({ id: message.id, result: message.params?.items?.map(() => null) ?? null });
			else if (message.error) throw new Error(JSON.stringify(message.error));
			else waiting.get(message.id)?.(message.result);
		}
	});
	return {
		process: child,
		tell: (method, params) => send({ method, params }),
		ask: (method, params) =>
			new Promise((resolve) => {
				waiting.set(++count, resolve);
				send({ id: count, method, params });
			}),
	};
}

const ARTICLE = `---
headline: ق
dek: جملة تحت العنوان.
topik: ثقافة
dateline: عمّان
published: 25/11/2026

---

نص المقال.
`;

let folder: string;
let server: Server;
let uri: string;
const settings = JSON.parse(
	await readFile(new URL('../../.vscode/settings.json', import.meta.url), 'utf8'),
);

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'editors-'));
	await mkdir(join(folder, 'content/articles'), { recursive: true });
	await writeFile(join(folder, 'content/articles/book-fair.mdx'), ARTICLE);
	await describeFrontmatter(pathToFileURL(`${folder}/`));
	server = startServer(folder);
	const root = pathToFileURL(folder).href;
	uri = `${root}/content/articles/book-fair.mdx`;
	await server.ask('initialize', {
		processId: process.pid,
		rootUri: root,
		workspaceFolders: [{ uri: root, name: 'newsroom' }],
		capabilities: { textDocument: { diagnostic: {} } },
		initializationOptions: {
			contentIntellisense: settings['astro.content-intellisense'],
			typescript: { tsdk: dirname(require.resolve('typescript')) },
		},
	});
	server.tell('initialized', {});
	server.tell('textDocument/didOpen', {
		textDocument: { uri, languageId: 'mdx', version: 1, text: ARTICLE },
	});
});
afterAll(async () => {
	server?.process.kill();
	await rm(folder, { recursive: true, force: true });
});

test('VS Code shows what a key means, in Arabic, with its example', async () => {
	const hover = await server.ask('textDocument/hover', {
		textDocument: { uri },
		position: { line: 4, character: 3 },
	});
	expect(JSON.stringify(hover)).toContain('مكان كتابة الخبر، حتى 60 حرفًا.');
	expect(JSON.stringify(hover)).toContain('عمّان');
});

test('VS Code offers the keys that an article may have', async () => {
	const list = await server.ask('textDocument/completion', {
		textDocument: { uri },
		position: { line: 6, character: 0 },
	});
	const { items } = list as { items: { label: string }[] };
	expect(items.map(({ label }) => label)).toEqual(
		expect.arrayContaining(['topic', 'summary', 'kicker', 'updated', 'draft', 'event']),
	);
});

test('VS Code marks a headline that is too short, a key that is none, a date in another form', async () => {
	const report = await server.ask('textDocument/diagnostic', { textDocument: { uri } });
	const { items } = report as { items: { range: { start: { line: number } }; message: string }[] };
	const told = items.map(({ range, message }) => `${range.start.line + 1}: ${message}`).join('\n');
	expect(told).toContain('2: الطول المسموح بالحروف: من 2 إلى 120.');
	expect(told).toMatch(/^4: .*topik/m);
	expect(told).toMatch(/^6: تاريخ غير صالح/m);
});
