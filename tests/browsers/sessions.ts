import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGES, unpacked } from './chromiums.ts';

/** A headline and where it stands on the picture, in pixels. */
export interface Headline {
	words: string;
	left: number;
	top: number;
	width: number;
	height: number;
}

interface Picture {
	png: Buffer;
	/** Pixels that the page scrolls sideways: 0 if it is right. */
	sideways: number;
	headline: Headline;
}
export interface Session {
	/** Takes a picture of the whole page, at a width in CSS pixels. */
	picture(url: string, width: number): Promise<Picture>;
	/** Prints the page that it is on. Chromium's own print is tested in tests/browser. */
	print?(): Promise<{ pdf: Buffer; paragraphs: string[] }>;
	close(): Promise<void>;
}

/**
 * Script for a page: waits for its fonts, which a page without a mouse asks for 200 ms after it is
 * painted (styles/site.css); then gives height, sideways scroll, and the first headline that is
 * seen with where it stands. Throws if the page has none.
 */
const SIZE = `new Promise((done) => setTimeout(done, 500)).then(() => {
	document.body.getBoundingClientRect();
	return document.fonts.ready;
}).then(() => {
	const { scrollWidth, clientWidth, scrollHeight } = document.documentElement;
	const heading = [].slice.call(document.querySelectorAll('h1, h2')).filter((one) => one.getBoundingClientRect().width > 1)[0];
	const { left, top, width, height } = heading.getBoundingClientRect();
	const headline = { words: heading.textContent.trim(), left, top: top + scrollY, width, height };
	return JSON.stringify({ height: scrollHeight, sideways: scrollWidth - clientWidth, headline });
})`;
/** Script for a page: gives the paragraphs of the article's text. */
const PARAGRAPHS =
	'JSON.stringify([...document.querySelectorAll(".story-text p")].map(({ innerText }) => innerText))';
const size = (json: string) => JSON.parse(json) as Omit<Picture, 'png'> & { height: number };

/**
 * Starts a program with its own process group and home. `ready` matches its output when it listens.
 */
async function start(command: string, args: string[], ready: RegExp, env: NodeJS.ProcessEnv = {}) {
	const home = mkdtempSync(join(tmpdir(), 'browser-'));
	const child = spawn(command, args, {
		detached: true,
		env: { ...process.env, HOME: home, ...env },
	});
	const gone = new Promise((resolve) => child.once('exit', resolve));
	const kill = () => void (child.pid && child.exitCode === null && process.kill(-child.pid));
	const sweep = () =>
		rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	const last = () => {
		kill();
		sweep();
	};
	process.once('exit', last);
	const close = async () => {
		kill();
		await gone;
		process.off('exit', last);
		sweep();
	};
	const said = await new Promise<string>((resolve, reject) => {
		let text = '';
		const hear = (chunk: Buffer) => {
			const found = ready.exec((text += chunk.toString()));
			if (found) resolve(found[1] ?? found[0]);
		};
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		child.once('error', reject);
		child.once('exit', () => reject(new Error(`${command}: ${text.trim().split('\n').at(-1)}`)));
		setTimeout(() => reject(new Error(`${command}: لم يجب`)), 30_000).unref();
	});
	return { close, said };
}

/** A socket for messages of `{ id, method, params }`: the DevTools protocol and WebDriver BiDi. */
async function connect(address: string) {
	const socket = new WebSocket(address);
	await new Promise((resolve, reject) => {
		socket.onopen = resolve;
		socket.onerror = reject;
	});
	let last = 0;
	const listen = <T>(wanted: (message: { id?: number; method?: string }) => boolean) =>
		new Promise<T>((resolve, reject) => {
			const hear = ({ data }: MessageEvent<string>) => {
				const message = JSON.parse(data) as {
					id?: number;
					method?: string;
					result?: T;
					params?: T;
					error?: unknown;
				};
				if (!wanted(message)) return;
				socket.removeEventListener('message', hear);
				if (message.error) reject(new Error(data));
				else resolve((message.result ?? message.params) as T);
			};
			socket.addEventListener('message', hear);
			setTimeout(() => reject(new Error('لم يجب')), 30_000).unref();
		});
	return {
		event: (name: string) => listen<unknown>(({ method }) => method === name),
		send<T>(method: string, params: object = {}) {
			const id = ++last;
			const answer = listen<T>((message) => message.id === id);
			socket.send(JSON.stringify({ id, method, params }));
			return answer;
		},
	};
}

async function chromium(name: string): Promise<Session> {
	const folder = await unpacked(name);
	// Headless hints in full, which gives variable fonts wrong advances in 67 to 79. No phone does.
	const args = [
		'--headless',
		'--no-sandbox',
		'--no-zygote',
		'--disable-gpu',
		'--disable-software-rasterizer',
		'--hide-scrollbars',
		'--font-render-hinting=none',
		'--remote-debugging-port=0',
	];
	const { said, close } = await start(`${folder}/chromium`, args, /listening on ws:\/\/(\S+?)\//, {
		LD_LIBRARY_PATH: `${folder}/lib:${folder}`,
	});
	const { webSocketDebuggerUrl } = (await (await fetch(`http://${said}/json/new`)).json()) as {
		webSocketDebuggerUrl: string;
	};
	const { send, event } = await connect(webSocketDebuggerUrl);
	const resize = (width: number, height: number) =>
		send('Emulation.setDeviceMetricsOverride', {
			width,
			height,
			deviceScaleFactor: 1,
			mobile: width < 600,
		});
	await send('Page.enable');
	return {
		close,
		async picture(url, width) {
			await resize(width, 800);
			const seen = async () => {
				const loaded = event('Page.loadEventFired');
				await send('Page.navigate', { url });
				await loaded;
				const { result } = await send<{ result: { value: string } }>('Runtime.evaluate', {
					expression: SIZE,
					awaitPromise: true,
				});
				return size(result.value);
			};
			await seen(); // Only the second visit is certain to be in our typeface.
			const { height, ...rest } = await seen();
			await resize(width, height);
			const { data } = await send<{ data: string }>('Page.captureScreenshot');
			return { png: Buffer.from(data, 'base64'), ...rest };
		},
	};
}

async function firefox(): Promise<Session> {
	// An overlay scroll bar takes no width from the page.
	const setup = `echo 'user_pref("ui.useOverlayScrollbars", 1);' > "$HOME/user.js"`;
	const { said, close } = await start(
		'sh',
		[
			'-c',
			`${setup}; exec firefox --headless --no-remote --profile "$HOME" --remote-debugging-port 0`,
		],
		/BiDi listening on (ws:\S+)/,
	);
	const { send } = await connect(`${said}/session`);
	await send('session.new', { capabilities: {} });
	const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree');
	const context = contexts[0]?.context;
	return {
		close,
		async picture(url, width) {
			await send('browsingContext.setViewport', { context, viewport: { width, height: 800 } });
			await send('browsingContext.navigate', { context, url, wait: 'complete' });
			await send('browsingContext.navigate', { context, url, wait: 'complete' });
			const { result } = await send<{ result: { value: string } }>('script.evaluate', {
				expression: SIZE,
				target: { context },
				awaitPromise: true,
			});
			const { data } = await send<{ data: string }>('browsingContext.captureScreenshot', {
				context,
				origin: 'document',
			});
			return { png: Buffer.from(data, 'base64'), ...size(result.value) };
		},
		async print() {
			const { result } = await send<{ result: { value: string } }>('script.evaluate', {
				expression: PARAGRAPHS,
				target: { context },
				awaitPromise: false,
			});
			const { data } = await send<{ data: string }>('browsingContext.print', { context });
			return {
				pdf: Buffer.from(data, 'base64'),
				paragraphs: JSON.parse(result.value) as string[],
			};
		},
	};
}

async function webkit(): Promise<Session> {
	const port = 20_000 + (process.pid % 20_000);
	const binary = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/webkit2gtk-4.1/MiniBrowser`;
	const { close } = await start(
		'xvfb-run',
		[
			'-a',
			'-s',
			'-screen 0 1400x16000x24',
			'sh',
			'-c',
			`echo ready; exec WebKitWebDriver --port=${port}`,
		],
		/ready/,
	);
	const driver = `http://127.0.0.1:${port}/session`;
	const ask = async <T>(path: string, body?: object): Promise<T> => {
		const response = await fetch(driver + path, {
			signal: AbortSignal.timeout(30_000),
			...(body && { method: 'POST', body: JSON.stringify(body) }),
		});
		const { value } = (await response.json()) as { value: T & { message?: string } };
		if (!response.ok) throw new Error(value.message);
		return value;
	};
	for (let tries = 0; tries < 50 && !(await fetch(driver).catch(() => undefined)); tries++)
		await new Promise((resolve) => setTimeout(resolve, 100));
	const { sessionId } = await ask<{ sessionId: string }>('', {
		capabilities: {
			alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
		},
	});
	const session = `/${sessionId}`;
	const run = <T>(script: string, ...args: unknown[]) =>
		ask<T>(`${session}/execute/async`, {
			script: `const done = arguments[arguments.length - 1]; ${script}`,
			args,
		});
	return {
		close: () => fetch(driver + session, { method: 'DELETE' }).then(close),
		async picture(url, width) {
			// The window cannot be narrower than its toolbar, so the page is in a frame. It is painted
			// some time after it loads.
			const resize = async (height: number) => {
				await ask(`${session}/window/rect`, { width, height: height + 38 });
				await run(
					`document.querySelector('iframe').style.cssText = 'border:0;width:${width}px;height:${height}px'; setTimeout(done, 1000)`,
				);
			};
			await ask(`${session}/url`, { url: 'about:blank' });
			await run(
				"document.body.style.cssText = 'margin:0;background:gray'; document.body.append(document.createElement('iframe')); done()",
			);
			await resize(800);
			await run(
				"const frame = document.querySelector('iframe'); frame.onload = () => done(); frame.src = arguments[0]",
				url,
			);
			const seen = async () => {
				await ask(`${session}/frame`, { id: 0 });
				const told = size(await run<string>(`${SIZE}.then(done)`));
				await ask(`${session}/frame`, { id: null });
				return told;
			};
			await resize((await seen()).height);
			// Without its scroll bar the page is set anew.
			const { height, ...rest } = await seen();
			await resize(height);
			return { png: Buffer.from(await ask<string>(`${session}/screenshot`), 'base64'), ...rest };
		},
	};
}

/** The browsers by name, the programs each needs, and how to install those that are not on npm. */
export const BROWSERS: Record<
	string,
	{ open(): Promise<Session>; programs: string[]; install?: string }
> = {
	...Object.fromEntries(
		Object.keys(PACKAGES).map((name) => [
			name,
			{ open: () => chromium(name), programs: ['npm', 'tar'] },
		]),
	),
	firefox: {
		open: firefox,
		programs: ['firefox', 'pdftotext'],
		install: 'apt-get install firefox-esr poppler-utils',
	},
	webkit: {
		open: webkit,
		programs: ['WebKitWebDriver', 'xvfb-run'],
		install: 'apt-get install webkit2gtk-driver xvfb',
	},
};
