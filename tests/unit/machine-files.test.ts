import type { APIContext, APIRoute } from 'astro';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { GET as security } from '../../src/pages/.well-known/security.txt.ts';
import { GET as ico } from '../../src/pages/favicon.ico.ts';
import { GET as favicon } from '../../src/pages/favicon.svg.ts';
import { GET as robots } from '../../src/pages/robots.txt.ts';
import { GET as manifest } from '../../src/pages/site.webmanifest.ts';
import { firstLetter, icon } from '../../src/pictures/icons.ts';
import { site } from '../../src/site.ts';
import { publish } from '../facts.ts';

beforeEach(() => publish());

const get = async (endpoint: APIRoute) => (await endpoint({} as APIContext)).text();

test('the manifest tells name, short name and colours of the site', async () => {
	publish({
		name: 'صحيفة المدينة',
		shortName: 'المدينة',
		colours: { accent: { light: '#5b2a86', dark: '#cbb2ee' } },
	});
	expect(JSON.parse(await get(manifest))).toMatchObject({
		name: 'صحيفة المدينة',
		short_name: 'المدينة',
		description: 'أخبار المدينة: كل صباح.',
		lang: 'ar',
		dir: 'rtl',
		theme_color: '#5b2a86',
		background_color: '#ffffff',
	});
});

describe('robots', () => {
	test('may read everything, and learn where the sitemap is', async () =>
		expect((await get(robots)).split('\n')).toEqual([
			'User-agent: *',
			'Allow: /',
			'',
			expect.stringMatching(/^Sitemap: https?:\S+\/sitemap-index\.xml$/),
			expect.stringMatching(/^Sitemap: https?:\S+\/news-sitemap\.xml$/),
			'',
		]));
	test('may read a site for trying, whose pages ask not to be indexed, and are told of no lists', async () => {
		publish({ noindex: true });
		expect(await get(robots)).toBe('User-agent: *\nAllow: /\n');
	});
});

test('weaknesses are reported to the contact, until the day that the publisher names', async () =>
	expect(await get(security)).toMatch(
		/^Contact: mailto:desk@alufuq\.example\nExpires: 2099-01-01T00:00:00Z\nPreferred-Languages: ar, en\nCanonical: http/,
	));

describe('the mark', () => {
	test.each([
		['الأفق', 'أ'],
		['غد', 'غ'],
		['صحيفة المدينة', 'ص'],
		['الشرق', 'ش'],
		['ألوان', 'أ'],
		['آن', 'آ'],
		['لُغة', 'لُ'],
		['The Daily', 'T'],
		['«الوقت»', 'و'],
		['24 ساعة', 'س'],
		['ال', 'ا'],
		['24', '2'],
		['📰 24', '2'],
		['«24»', '2'],
		['ـالغد', 'غ'],
		['ʰx', 'h'],
	])('of «%s» is «%s»', (name, letter) => expect(firstLetter(name)).toBe(letter));

	test('is a letter as an outline, which needs no font, on the colour of the site', async () => {
		const svg = await get(favicon);
		expect(svg).toMatch(
			/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 256 256"><path fill="#0b4f6c" d="M0 0h256v256H0z"\/><path fill="#ffffff" d="M[\dMlqcz -]+"\/><\/svg>$/,
		);
		expect(svg.length).toBeLessThan(1200);
	});

	test.each(['الأفق', 'The Daily', 'Łódź', 'ڤيينا', 'لُغة'])(
		'of «%s» is in the middle, within the circle that masks keep',
		async (name) => {
			publish({ name });
			const { data, info } = await sharp(await icon(512))
				.greyscale()
				.raw()
				.toBuffer({ resolveWithObject: true });
			const white = Array.from(data.keys()).filter((at) => (data[at] ?? 0) > 200);
			const [x, y] = [
				white.map((at) => at % info.width),
				white.map((at) => Math.floor(at / info.width)),
			];
			const middle = (places: number[]) => (Math.min(...places) + Math.max(...places)) / 2;
			expect(white.length / data.length).toBeGreaterThan(0.02);
			expect(Math.abs(middle(x) - 256)).toBeLessThan(4);
			expect(Math.abs(middle(y) - 256)).toBeLessThan(4);
			const reach = white.map((_at, index) =>
				Math.hypot((x[index] ?? 0) - 256, (y[index] ?? 0) - 256),
			);
			expect(Math.max(...reach)).toBeLessThan(0.4 * 512);
			expect(Math.max(...reach)).toBeGreaterThan(0.3 * 512);
		},
	);

	test('is in one file for those who ask for /favicon.ico: 16, 32 and 48 pixels', async () => {
		const response = await ico({} as never);
		const file = Buffer.from(await response.arrayBuffer());
		expect(response.headers.get('content-type')).toBe('image/vnd.microsoft.icon');
		expect([...file.subarray(0, 6)]).toEqual([0, 0, 1, 0, 3, 0]);
		let end = 54;
		for (const [index, side] of [16, 32, 48].entries()) {
			const entry = file.subarray(6 + 16 * index, 22 + 16 * index);
			expect([...entry.subarray(0, 8)]).toEqual([side, side, 0, 0, 1, 0, 32, 0]);
			expect(entry.readUInt32LE(12)).toBe(end);
			const picture = file.subarray(end, (end += entry.readUInt32LE(8)));
			expect(await sharp(picture).metadata()).toMatchObject({
				format: 'png',
				width: side,
				height: side,
			});
		}
		expect(end).toBe(file.length);
	});

	test('is another for another letter and another colour', async () => {
		const first = await get(favicon);
		publish({ name: 'غد' });
		expect(await get(favicon)).not.toBe(first);
		publish({ colours: { accent: { light: '#5b2a86', dark: '#cbb2ee' } } });
		expect(await get(favicon)).toContain('fill="#5b2a86"');
	});

	test('is the logo where there is one, on paper', async () => {
		Object.assign(site, {
			logo: {
				markup:
					'<svg viewBox="0 0 300 100"><path fill="currentColor" d="M0 0h300v100H0z"></path></svg>',
				ratio: 3,
			},
		});
		expect(await get(favicon)).toMatch(
			/<path fill="#ffffff" d="M0 0h256v256H0z"\/><svg [^>]*color="#14181b" x="42.5" y="99.5" width="171" height="57" viewBox="0 0 300 100">/,
		);
		const { data, info } = await sharp(await icon(512))
			.greyscale()
			.raw()
			.toBuffer({ resolveWithObject: true });
		expect(data[256 * info.width + 256]).toBeLessThan(40);
		expect(data[0]).toBe(255);
	});
});
