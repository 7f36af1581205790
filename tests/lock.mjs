/**
 * Mends package-lock.json after a change of dependencies: `npm run lock`. Twice changes nothing. Any Node runs it,
 * nothing has to be installed.
 *
 * npm leaves out an optional package that does not fit, without a word: so the native parts must neither ask for a
 * newer Node than the one that installs (another one runs them), nor be missing from the lock.
 * https://docs.npmjs.com/cli/v10/configuring-npm/package-json#engines
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {object} Package One entry of `packages`, by its path: `node_modules/sharp`.
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[] | string} [os]
 * @property {string[] | string} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [engines]
 * @property {Record<string, string>} [optionalDependencies]
 */

const OS = /-(?:android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)(?=-|musl)/;
const CPU = /-(?:arm64|arm|ia32|loong64|ppc64|riscv64|s390x|x64)(?=-|$)/;

/**
 * What npm needs to know of a native package to skip it elsewhere, as its name tells it.
 * @param {string} name `@tailwindcss/oxide-linux-arm64-musl`
 */
function platform(name) {
	const os = OS.exec(name)?.[0].slice(1);
	const cpu = CPU.exec(name)?.[0].slice(1);
	if (!os || !cpu)
		throw new Error(
			`${name} ليس في package-lock.json، واسمه لا يدل على نظامه. أضفه بـ npm install.`,
		);
	const libc = /musl/.test(name) ? 'musl' : /-gnu$/.test(name) ? 'glibc' : undefined;
	return { cpu: [cpu], os: [os], ...(libc && { libc: [libc] }) };
}

/**
 * The package that a name means to the one at `at`, by Node's walk up the folders.
 * @param {Record<string, Package>} packages
 * @param {string} at
 * @param {string} name
 * @returns {Package | undefined}
 */
function resolved(packages, at, name) {
	const found = packages[`${at}${at && '/'}node_modules/${name}`];
	if (found || !at) return found;
	return resolved(packages, at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/'))), name);
}

/**
 * The packages of a lock file, mended.
 * @param {Record<string, Package>} packages
 * @returns {Record<string, Package>}
 * @throws Error, in Arabic, where a missing package cannot be told from its name and version.
 */
export function mendPackages(packages) {
	const mended = structuredClone(packages);
	for (const [at, { dev, optionalDependencies = {} }] of Object.entries(packages)) {
		for (const [name, version] of Object.entries(optionalDependencies)) {
			// The registry that is asked may lack the parts of other systems: npm then leaves them out.
			const found = resolved(mended, at, name);
			const exact = /^\d+\.\d+\.\d+/.test(version);
			if (found && (!exact || found.version === version)) continue;
			if (!exact)
				throw new Error(
					`${name} ليس في package-lock.json، وإصداره ${version} غير محدد. أضفه بـ npm install.`,
				);
			mended[`${found ? `${at}/` : ''}node_modules/${name}`] = {
				version,
				...platform(name),
				...(dev && { dev }),
				optional: true,
			};
		}
	}
	for (const [path, entry] of Object.entries(mended)) {
		if (entry.optional && entry.os) delete entry.engines;
		// The Node that comes along is made for glibc, and does not say so.
		if (/\/node-linux-\w+$/.test(path)) entry.libc = ['glibc'];
	}
	return Object.fromEntries(Object.entries(mended).sort(([a], [b]) => (a < b ? -1 : 1)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
	lock.packages = mendPackages(lock.packages);
	// As npm writes it: indented as package.json is.
	writeFileSync('package-lock.json', `${JSON.stringify(lock, null, '\t')}\n`);
}
