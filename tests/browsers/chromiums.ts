import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

const run = promisify(execFile);
const cache = fileURLToPath(new URL('../../node_modules/.cache/browsers/', import.meta.url));

/**
 * Old Chromiums from npm packages for cloud functions: the program and its libraries, in brotli.
 */
export const PACKAGES: Record<string, string> = {
	'chromium-67': 'chrome-aws-lambda@67.0.3372',
	'chromium-80': 'chrome-aws-lambda@2.1.1',
	'chromium-92': 'chrome-aws-lambda@10.1.0',
	'chromium-109': '@sparticuz/chromium@109.0.6',
};

/**
 * Downloads and unpacks one of `PACKAGES`, once. @returns The folder with the program `chromium`
 * and `lib/`.
 */
export async function unpacked(name: string): Promise<string> {
	const folder = cache + name;
	if (existsSync(folder)) return folder;
	if (process.platform !== 'linux' || process.arch !== 'x64')
		throw new Error('لا يعمل إلا على Linux x64.');
	// Unpacked aside and then renamed: an interrupted run leaves no half browser.
	const making = `${folder}.making`;
	await rm(making, { recursive: true, force: true });
	await mkdir(making, { recursive: true });
	const { stdout } = await run('npm', [
		'pack',
		'--json',
		'--pack-destination',
		making,
		PACKAGES[name] ?? name,
	]);
	const [{ filename: archive }] = JSON.parse(stdout) as [{ filename: string }];
	const filename = archive.replace('@', '').replace('/', '-');
	await run('tar', ['-xzf', filename], { cwd: making });
	for (const packed of await readdir(`${making}/package/bin`)) {
		const file = `${making}/${packed.replace(/\.br$/, '')}`;
		await pipeline(
			createReadStream(`${making}/package/bin/${packed}`),
			createBrotliDecompress(),
			createWriteStream(file, { mode: 0o755 }),
		);
		if (file.endsWith('.tar')) await run('tar', ['-xf', file, '-C', making]).then(() => rm(file));
	}
	for (const done of ['package', filename])
		await rm(`${making}/${done}`, { recursive: true, force: true });
	await rename(making, folder);
	return folder;
}
