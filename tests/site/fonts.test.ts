import type { CheerioAPI } from 'cheerio';
import postcss from 'postcss';
import { describe, expect, inject, test } from 'vitest';
import { fontFaces, openFace } from '../fonts.ts';
import { pagesOf } from './pages.ts';

const all = fontFaces(['more-letters', 'fonts', 'system-fonts', 'quran']);
const faces = await Promise.all(
	all
		.filter(({ file }) => file)
		.map(async (face) => ({
			...face,
			has: new Set((await openFace(face.file ?? '')).collectUnicodes()),
		})),
);
/** Latin letters and the signs of code are the system's. */
const latin = all.find(({ family }) => family === 'Latin');

/** All text that a page draws: content, alternatives, hints, and `content` of its styles. */
function drawn($: CheerioAPI): string {
	const parts: string[] = [];
	postcss
		.parse($('style').text())
		.walkDecls(/^(content|list-style|list-style-type)$/, ({ value }) => {
			parts.push(
				...[...value.matchAll(/'([^']*)'|"([^"]*)"/g)].map(
					([, single, double]) => single ?? double ?? '',
				),
			);
		});
	const body = $('body').clone();
	body.find('script, style, template, title, desc').remove();
	for (const name of ['alt', 'title', 'placeholder', 'value', 'label'])
		parts.push(
			...body
				.find(`[${name}]`)
				.toArray()
				.map((element) => $(element).attr(name) ?? ''),
		);
	return [body.text(), ...parts].join(' ');
}

describe.each(inject('sites'))('the site at $address', ({ folder }) => {
	const pages = [...pagesOf(folder)];

	test.each(pages)(
		'%s has no character that our faces cannot draw and that is not left to the system',
		(_file, $) => {
			const characters = [...new Set(drawn($))].filter(
				(character) =>
					!/[\s\p{Default_Ignorable_Code_Point}]/u.test(character) || /[ \u00a0]/.test(character),
			);
			expect(characters.length).toBeGreaterThan(20);
			const missing = characters.filter(
				(character) =>
					!latin?.claims(character.codePointAt(0)!) &&
					!faces.some(
						({ claims, has }) =>
							claims(character.codePointAt(0)!) && has.has(character.codePointAt(0)!),
					),
			);
			expect(
				missing.map(
					(character) => `${character} U+${character.codePointAt(0)!.toString(16).toUpperCase()}`,
				),
			).toEqual([]);
		},
	);
});
