import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { pictureFiles } from '../../src/article/body.ts';
import { readContent } from '../../src/article/read.ts';
import { keepFirst, refusedFiles } from '../../src/desk/content.ts';

test('what was found as the dev server began is asked for once by each folder, and then judged anew', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'first-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	const root = pathToFileURL(`${folder}/`);
	const file = 'content/articles/broken.mdx';
	await mkdir(join(folder, 'content/articles'), { recursive: true });
	await writeFile(join(folder, file), '---\nheadline: عنوان\n---\n\nنص.\n');
	const warning = { file: 'content/articles/sound.mdx', message: '', severity: 'warning' } as const;
	keepFirst(root, [{ file: 'content/articles/first.mdx', message: '' }, warning]);
	const refused = async () => [...(await refusedFiles(root, 'content/articles/'))];
	expect(await refused()).toEqual(['content/articles/first.mdx']);
	expect(await refused()).toEqual([file]);
	// A save is never answered from what was found at first.
	keepFirst(root, []);
	expect([...(await refusedFiles(root, file))]).toEqual([file]);
});

test('the pictures of a text are known by their files, wherever they stand', () => {
	const text = '![أ](./a.jpg) و![ب](./%D8%A8.png)\n\n<Figure>\n\n![أ](./a.jpg)\n\n</Figure>\n';
	const { body } = readContent('content/articles/pictures.mdx', text);
	expect(body && pictureFiles(body)).toEqual({ './a.jpg': './a.jpg', './ب.png': './ب.png' });
});
