import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { FOLDERS, schemaOf } from '../article/folders.ts';
import { jsonSchema } from '../article/json-schema.ts';

/**
 * Tells the language server of Astro, which runs in VS Code (`astro.content-intellisense`), the
 * frontmatter of each content file. The files that Astro writes describe the output of our loader,
 * not the frontmatter.
 */
export async function describeFrontmatter(root: URL): Promise<void> {
	const target = new URL('.astro/collections/', root);
	await mkdir(target, { recursive: true });
	const entries: Record<string, string> = {};
	for (const folder of FOLDERS) {
		const base = new URL(`content/${folder}/`, root);
		// The server looks the names up in lower case.
		for (const name of await readdir(base).catch(() => []))
			if (name.endsWith('.mdx')) entries[new URL(name, base).href.toLowerCase()] = `${folder}-text`;
		const schema = jsonSchema(schemaOf(`content/${folder}/`));
		await writeFile(new URL(`${folder}-text.schema.json`, target), JSON.stringify(schema));
	}
	const collections = FOLDERS.map((folder) => ({ hasSchema: true, name: `${folder}-text` }));
	await writeFile(new URL('collections.json', target), JSON.stringify({ collections, entries }));
}
