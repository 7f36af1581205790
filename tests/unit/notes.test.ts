import { expect, test } from 'vitest';
import { linkNotes } from '../../src/sharing/link-notes.ts';

test.each([
	['no link', '<p>نص</p>', []],
	[
		'each link in the order of the text',
		'<p><a href="https://b.example/">ب</a></p><ul><li><a href="https://a.example/?x=1&amp;y=2"><b>أ</b></a></li></ul>',
		['https://b.example/', 'https://a.example/?x=1&y=2'],
	],
	[
		'an address without TLS is told as it is',
		'<a href="http://a.example/">أ</a>',
		['http://a.example/'],
	],
	[
		'an address that is linked twice has two numbers',
		'<a href="https://a.example/">أ</a><a href="https://a.example/">أ</a>',
		['https://a.example/', 'https://a.example/'],
	],
	[
		'links within the site, to mail and telephones are read as they stand',
		'<a href="/about/">أ</a><a href="#event">ب</a><a href="mailto:a@b.example">ج</a><a href="tel:+96224696000">د</a>',
		[],
	],
	[
		'what is for the screen alone is not on paper',
		'<div class="x noprint"><p><a href="https://a.example/">أ</a></p></div><a class="noprint" href="https://b.example/">ب</a>',
		[],
	],
	[
		'an address in a comment or a text is none',
		'<!-- <a href="https://a.example/">أ</a> --><p>&lt;a href="https://b.example/"&gt;</p>',
		[],
	],
])('%s', (_name, html, addresses) => expect(linkNotes(html)).toEqual(addresses));
