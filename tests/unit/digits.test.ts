import { afterAll, describe, expect, test } from 'vitest';
import { textProblems } from '../../src/desk/text.ts';
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
