import { readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject, type Project } from '../project.ts';

const article = (picture: string, more = '') => `---
headline: صورة من الميناء عند الفجر
dek: سفن الصيد تعود إلى الميناء.
topic: صور
dateline: العقبة
source: { name: المنارة }
published: 2024-01-02
${more}---

![سفينة صيد عند الرصيف](./${picture})
`;

describe('photographs that carry what a camera wrote', () => {
	let project: Project;
	let files: string[];
	const exif = {
		IFD0: { Make: 'SecretCamera', Copyright: 'SecretOwner' },
		IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 57/1 0/1' },
	};

	beforeAll(async () => {
		project = await copyProject({
			'content/articles/harbour.mdx': article('harbour.jpg'),
			'content/articles/hidden.mdx': article('صورة سرية.png', 'draft: true\n').replace(
				'(./صورة سرية.png)',
				'(./%D8%B5%D9%88%D8%B1%D8%A9%20%D8%B3%D8%B1%D9%8A%D8%A9.png)',
			),
		});
		const picture = () =>
			sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#567' } }).withExif(
				exif,
			);
		await picture().jpeg().toFile(`${project.folder}/content/articles/harbour.jpg`);
		await picture().png().toFile(`${project.folder}/content/articles/صورة سرية.png`);
		const { code, output } = await project.build('https://example.org/');
		expect(code, output).toBe(0);
		files = readdirSync(`${project.folder}/dist`, { recursive: true, encoding: 'utf8' }).filter(
			(file) => /\.(?:jpe?g|png|webp|avif|gif)$/i.test(file),
		);
	});
	afterAll(() => project?.remove());

	test('the published one is shown in sizes of its own making', () => {
		const html = readFileSync(`${project.folder}/dist/articles/harbour/index.html`, 'utf8');
		expect(html).toMatch(/_astro\/harbour\.[^"]+\.webp/);
		expect(
			files.filter(
				(file) =>
					file.includes('harbour') && !file.endsWith('.webp') && !file.startsWith('images/'),
			),
		).toEqual([]);
	});

	test('no picture holds anything of the camera, and the draft leaves nothing', async () => {
		expect(files.length).toBeGreaterThan(5);
		for (const file of files) {
			const { exif: found, xmp, iptc } = await sharp(`${project.folder}/dist/${file}`).metadata();
			expect([found, xmp, iptc], file).toEqual([undefined, undefined, undefined]);
			expect(readFileSync(`${project.folder}/dist/${file}`).includes('Secret'), file).toBe(false);
		}
		expect(
			readdirSync(`${project.folder}/dist/_astro`).filter((file) => /صورة|%D8/.test(file)),
		).toEqual([]);
	});
});
