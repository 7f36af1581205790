/**
 * A process that builds sites on request, one after another: Astro and Vite, most of a small
 * build's time, are loaded once. Whoever waits with `built` gets the result. site/publish.test.ts
 * checks that the command itself builds the same site.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { ENVIRONMENT, tell } from './project.ts';

/** A site to build: the folder of its project, and what is set in the environment. */
export interface Job {
	folder: string;
	env: Record<string, string>;
}

let job: Job | undefined;
let output = '';

function end(code: number): void {
	if (job) tell(job.folder, { code, output });
	job = undefined;
}

for (const stream of [process.stdout, process.stderr])
	stream.write = (text: string | Uint8Array, ...more: unknown[]) => {
		output += text;
		const written = more.at(-1);
		if (typeof written === 'function') written();
		return true;
	};

// A gate that refuses a site ends the process.
process.on('exit', (code) => end(code || 1));

process.on('message', async (next: Job) => {
	job = next;
	output = '';
	process.chdir(job.folder);
	Object.assign(process.env, ENVIRONMENT, job.env);
	let code = 0;
	try {
		await build({});
	} catch (error) {
		output += (error as Error).stack;
		code = 1;
	}
	// What would end with the process of a build: its lock, its environment, what the engine keeps
	// for a process.
	rmSync(join(next.folder, '.astro/lock'), { force: true });
	for (const name of Object.keys(next.env)) delete process.env[name];
	for (const name of Object.keys(globalThis))
		if (name.startsWith('khabar')) Reflect.deleteProperty(globalThis, name);
	end(code);
	process.send?.('built');
});
