import { afterAll, describe, expect, test } from 'vitest';
import { textProblems } from '../../src/desk/text.ts';
import { datesAndPlace } from '../../src/pictures/card.ts';
import { publish } from '../facts.ts';

afterAll(() => publish());

/** What the desk says of the digits of a text. */
const said = (text: string) =>
	textProblems(text)
		.filter(({ rule }) => rule === 'arabic-digit')
		.map(({ message }) => message);

describe('digits in the text of a site', () => {
	test.each([
		['latn', 'عام 2024', []],
		[
			'latn',
			'عام ٢٠٢٤',
			['«٢٠٢٤» (U+0662 U+0660 U+0662 U+0664) بغير أرقام الموقع من 0 إلى 9. اكتب 2024.'],
		],
		['latn', 'عام ۲۴', ['«۲۴» (U+06F2 U+06F4) بغير أرقام الموقع من 0 إلى 9. اكتب 24.']],
		['arab', 'عام 2024', []],
		['arab', 'عام ٢٠٢٤', []],
		['arab', 'عام ۲۴', ['«۲۴» (U+06F2 U+06F4) بغير أرقام الموقع من ٠ إلى ٩. اكتب ٢٤.']],
	] as const)('that are %s: «%s»', (digits, text, expected) => {
		publish({ digits });
		expect(said(text)).toEqual(expected);
	});
});

test.each([
	['latn', '10 مايو 2031 · عبر الإنترنت'],
	['arab', '١٠ مايو ٢٠٣١ | عبر الإنترنت'],
] as const)('on a card in %s digits no dot is taken for a zero: %s', (digits, line) => {
	publish({ digits });
	const event = { starts: '2031-05-10', timeZone: 'Asia/Dubai', mode: 'online' } as const;
	expect(datesAndPlace(event)[0]).toBe(line);
});
