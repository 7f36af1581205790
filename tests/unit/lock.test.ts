import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Package {
	version?: string;
	integrity?: string;
	optional?: boolean;
	engines?: Record<string, string>;
	os?: string[];
	libc?: string[];
	hasInstallScript?: boolean;
	optionalDependencies?: Record<string, string>;
}

const read = (name: string) =>
	JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const packages: Record<string, Package> = read('package-lock.json').packages;
const manifest = read('package.json');

test('every version is exact', () => {
	const wanted = Object.values<string>({
		...manifest.dependencies,
		...manifest.optionalDependencies,
		...manifest.devDependencies,
	});
	expect(wanted.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('the native parts of every platform are in the lock file, or npm ci would refuse it', () => {
	const names = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
	const missing = Object.values(packages)
		.flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
		.filter((name) => !names.has(name));
	expect(missing).toEqual([]);
});

test('no native part is left out for the age of the Node that installs: another one runs it', () => {
	// npm leaves out what is optional and does not fit, without a word. https://docs.npmjs.com/cli/v10/configuring-npm/package-json#engines
	const choosy = Object.entries(packages)
		.filter(([, { optional, os, engines }]) => optional && os && engines)
		.map(([path]) => path);
	expect(
		choosy,
		'احذف engines من هذه المداخل في package-lock.json: شغّل السطر node -e الذي في آخر README.md ثم أعد npm ci.',
	).toEqual([]);
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

test('the Node that comes along is left out where it cannot run: systems without glibc keep their own', () => {
	const linux = Object.entries(packages).filter(([path]) => /\/node-linux-/.test(path));
	expect(linux).toHaveLength(2);
	for (const [, { libc }] of linux) expect(libc).toEqual(['glibc']);
});
