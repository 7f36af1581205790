import { readFileSync, statSync } from 'node:fs';
import { load } from 'cheerio';
import { parseRssFeed } from 'feedsmith';
import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import { attributesOf, pagesOf, textOf } from './pages.ts';

const HARBOUR = 'صيّاد يجمع شباكه على رصيف خشبي، وخلفه بحر ساكن';

describe.each(inject('sites'))('the photographs that lead articles at $address', (site) => {
	const { folder, address } = site;
	const pages = pagesOf(folder);
	const page = (path: string) => pages.get(`${path}index.html`) ?? load('');
	const article = (slug: string) => page(`articles/${slug}/`);

	test('are asked for first, all other pictures when they are near', () => {
		for (const path of ['', 'articles/photo-harbour/', 'articles/school-year/']) {
			const $ = page(path);
			const first = path.includes('school') ? [] : ['high'];
			expect(attributesOf($, 'img:not([loading=lazy])', 'fetchpriority'), path).toEqual(first);
			expect($('img').length, path).toBeGreaterThan(0);
		}
		expect(attributesOf(article('photo-harbour'), '.story-head img', 'alt')).toEqual([HARBOUR]);
	});

	test('come as AVIF, as WebP for old browsers, and as JPEG', () => {
		const $ = article('photo-harbour');
		expect(attributesOf($, '.lead source', 'type')).toEqual(['image/avif', 'image/webp']);
		const widths = attributesOf($, '.lead source', 'srcset').map((set) =>
			set?.match(/(?<= )\d+w/g),
		);
		expect(widths).toEqual([
			['360w', '540w', '720w', '1080w', '1440w'],
			['360w', '540w', '720w', '1080w'],
		]);
		expect($('.lead img').attr('src')).toMatch(/\.jpg$/);
	});

	test('in portrait format are not cut over an opinion', () => {
		const $ = article('opinion-reading');
		expect(attributesOf($, '.lead source', 'media')).toEqual([undefined, undefined]);
		expect(attributesOf($, '.lead img', 'height')).toEqual(['1350']);
		expect(attributesOf($, '.lead source', 'sizes')[0]).toBe(
			'(min-width: 880px) 352px, (min-width: 640px) 40vw, (min-resolution: 2.5dppx) 67vw, 100vw',
		);
	});

	test('take the place of the map, which then stands with the event', () => {
		const places = (slug: string) =>
			['.story-head > .map', '#event > .map', '.story-head > .lead'].map(
				(place) => article(slug)(place).length,
			);
		expect(places('world-health-summit')).toEqual([0, 1, 1]);
		expect(places('libraries-forum-tunis-2024')).toEqual([1, 0, 0]);
		expect(places('street-lights')).toEqual([0, 0, 0]);
	});

	test('stand in teasers without a second stop for the keyboard', () => {
		const $ = page('');
		expect(
			$('.large > a, .teaser > a')
				.toArray()
				.map(({ attribs }) => [attribs['href']?.split('/').at(-2), attribs['tabindex']]),
		).toEqual([
			['photo-harbour', '-1'],
			['opinion-reading', '-1'],
		]);
		expect(attributesOf($, '.large > a, .teaser > a', 'aria-hidden')).toEqual(['true', 'true']);
		expect(attributesOf($, '.large img, .teaser img', 'alt')).toEqual(['', '']);
	});

	test('bring their styles to the pages that show them alone', () => {
		const styled = [...pages].filter(([, $]) => $('style').text().includes('.photo'));
		const shown = [...pages].filter(([, $]) => $('.photo').length > 0);
		expect(styled.map(([file]) => file)).toEqual(shown.map(([file]) => file));
		expect(styled.length).toBeLessThan(pages.size);
	});

	test('are told to previewers in words', () => {
		const alts = (slug: string) =>
			attributesOf(
				article(slug),
				'meta[property="og:image:alt"], meta[name="twitter:image:alt"]',
				'content',
			);
		expect(alts('photo-harbour')).toEqual([HARBOUR, HARBOUR]);
	});

	test('are told to search engines in three shapes, with caption and credit', async () => {
		const [json] = article('photo-harbour')('script[type="application/ld+json"]').toArray();
		const { image } = JSON.parse(article('photo-harbour')(json!).text())['@graph'][0];
		const told = (shape: string) => ({
			'@type': 'ImageObject',
			url: `${address}images/photo-harbour/photo-${shape}.jpg`,
			caption: 'الصيّاد أبو ناصر على رصيفه قبل أن تشرق الشمس',
			creditText: 'تالا جرّار',
		});
		expect(image).toEqual([told('16x9'), told('4x3'), told('1x1')]);
		const sizes = ['16x9', '4x3', '1x1'].map(async (shape) => {
			const file = `${folder}/images/photo-harbour/photo-${shape}.jpg`;
			const { format, width, height } = await sharp(file).metadata();
			return [format, width, height];
		});
		expect(await Promise.all(sizes)).toEqual([
			['jpeg', 1200, 675],
			['jpeg', 1200, 900],
			['jpeg', 1200, 1200],
		]);
	});

	test('are told to feed readers with length, words and credit', () => {
		const { items = [] } = parseRssFeed(readFileSync(`${folder}/rss.xml`, 'utf8'));
		const item = (slug: string) => items.find(({ link }) => link?.endsWith(`/${slug}/`));
		const url = `${address}images/photo-harbour/photo-16x9.jpg`;
		const length = statSync(`${folder}/images/photo-harbour/photo-16x9.jpg`).size;
		expect(item('photo-harbour')?.enclosures).toEqual([{ url, length, type: 'image/jpeg' }]);
		expect(item('photo-harbour')?.media?.contents).toMatchObject([
			{ url, fileSize: length, type: 'image/jpeg', medium: 'image', width: 1200, height: 675 },
		]);
		expect(item('photo-harbour')?.media?.contents?.[0]).toMatchObject({
			description: { value: 'الصيّاد أبو ناصر على رصيفه قبل أن تشرق الشمس' },
			credits: [{ value: 'تالا جرّار', role: 'photographer' }],
		});
		expect([item('street-lights')?.enclosures, item('street-lights')?.media]).toEqual([
			undefined,
			undefined,
		]);
	});

	test('are told to search engines in the sitemap', () => {
		const $ = load(readFileSync(`${folder}/sitemap-0.xml`, 'utf8'), { xml: true });
		expect(
			$('url:has(image\\:image)')
				.toArray()
				.map((url) =>
					[textOf($, `loc:contains(${$('loc', url).text()})`), $('image\\:loc', url).text()].map(
						(text) => text.replace(address, ''),
					),
				),
		).toEqual(
			['photo-harbour', 'opinion-reading', 'world-health-summit'].map((slug) => [
				`articles/${slug}/`,
				`images/${slug}/photo-16x9.jpg`,
			]),
		);
	});
});
