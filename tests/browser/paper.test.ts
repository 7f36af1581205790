import { PDFiumLibrary } from '@hyzyla/pdfium';
import jsQR from 'jsqr';
import type { AddressInfo } from 'node:net';
import { expect, inject, test } from 'vitest';
import { serve } from '../../src/serve.ts';
import { launch, settled } from './chromium.ts';

/** Written for CommonJS, whose default Node hands out as a member. */
const decode = (jsQR as unknown as { default: typeof jsQR }).default;

/** Each page of a PDF as a picture of 144 dots an inch. */
async function photograph(pdf: Uint8Array): Promise<{ data: Uint8ClampedArray; width: number; height: number }[]> {
	const library = await PDFiumLibrary.init();
	try {
		const document = await library.loadDocument(pdf);
		const pages = [];
		for (const page of document.pages()) {
			const { data, width, height } = await page.render({ scale: 2, render: 'bitmap' });
			pages.push({ data: new Uint8ClampedArray(data), width, height });
		}
		document.destroy();
		return pages;
	} finally {
		library.destroy();
	}
}

test.each(inject('sites'))('the printed article has a code that leads to it, at $address', { timeout: 120_000 }, async ({ folder, base, address }) => {
	const path = 'articles/oman-un-public-service-forum-2015/';
	const server = await serve(folder, base, 0);
	const browser = await launch();
	try {
		const page = await browser.newPage();
		await page.goto(`http://localhost:${(server.address() as AddressInfo).port}${base}${path}`);
		await settled(page);
		expect(await page.locator('.qr').isVisible()).toBe(false);
		const pages = await photograph(await page.pdf({ preferCSSPageSize: true }));
		expect(pages.map(({ data, width, height }) => decode(data, width, height)?.data).filter(Boolean)).toEqual([address + path]);
	} finally {
		await browser.close();
		server.close();
	}
});
