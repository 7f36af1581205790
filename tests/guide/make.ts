/**
 * `npm run guide`: writes the tables of keys into `docs/writing.md`, and takes the pictures of its
 * examples anew, as the tests' newspaper shows them on a phone. Look at them.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { serve } from '../../src/hosting/serve.ts';
import { launch, settled } from '../browser/chromium.ts';
import { copyProject } from '../project.ts';
import { examples, withTables } from './guide.ts';

const docs = fileURLToPath(new URL('../../docs', import.meta.url));
const guide = withTables(await readFile(`${docs}/writing.md`, 'utf8'));
await writeFile(`${docs}/writing.md`, guide);

/**
 * The font of Android phones, for what the site's own has not: the marks of the mushaf, ornate
 * brackets.
 */
const ANDROID = await readFile(
	new URL(
		import.meta.resolve(
			'@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2',
		),
	),
	'base64',
);
/** A photograph for the example of one: shelves in a hall. */
const PHOTO = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="700"><rect width="1200" height="700" fill="#e9dcc3"/>${Array.from(
	{ length: 3 * 40 },
	(_, index) => {
		const height = 110 + ((index * 37) % 60);
		const [x, y] = [(index % 40) * 30, 210 * Math.floor(index / 40) + 230];
		return `<rect x="${x + 2}" y="${y - height}" width="26" height="${height}" fill="hsl(${(index * 47) % 360} 30% ${30 + ((index * 13) % 35)}%)"/>`;
	},
).join(
	'',
)}${[230, 440, 650].map((y) => `<rect y="${y}" width="1200" height="14" fill="#7b5a3a"/>`).join('')}</svg>`;

const all = examples(guide);
const copy = await copyProject({
	content: undefined,
	...Object.fromEntries(all.map(({ file, text }) => [file, text])),
});
await mkdir(`${copy.folder}/content/articles`, { recursive: true });
await writeFile(`${copy.folder}/content/articles/report.pdf`, `%PDF-1.7\n${'%'.repeat(240_000)}`);
await sharp(Buffer.from(PHOTO)).toFile(`${copy.folder}/content/articles/photo.jpg`);
const { code, output } = await copy.build('https://almanara.example/');
if (code !== 0) throw new Error(output);

const server = await serve(`${copy.folder}/dist`, '/', 0);
const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
const browser = await launch();
const page = await browser.newPage({
	viewport: { width: 400, height: 900 },
	deviceScaleFactor: 2,
	bypassCSP: true,
});
await rm(`${docs}/pictures`, { recursive: true, force: true });
await mkdir(`${docs}/pictures`);
for (const { name, file } of all) {
	await page.goto(`${origin}/${file.replace(/^content\/(?:pages\/)?(.*)\.mdx$/, '$1')}/`);
	// The text alone, with a margin, and every picture of it loaded.
	await page.addStyleTag({
		content: `@font-face{font-family:'Naskh Android';font-weight:400 700;src:url(data:font/woff2;base64,${ANDROID})}`,
	});
	await page.addStyleTag({
		content:
			'.story-text,.own{padding:16px 20px!important;margin-inline:-20px!important;inline-size:400px!important;max-inline-size:none!important}.story-text :is(.share,footer),.own-head{display:none!important}',
	});
	await page.evaluate(() => {
		for (const image of document.images) image.loading = 'eager';
		return Promise.all(Array.from(document.images, (image) => image.decode().catch(() => {})));
	});
	await settled(page);
	const png = await page.locator('.story-text, .own').first().screenshot();
	await sharp(png).webp({ quality: 60, effort: 6 }).toFile(`${docs}/pictures/${name}.webp`);
	console.log(`docs/pictures/${name}.webp`);
}
await browser.close();
server.close();
await copy.remove();
