import { expect, test } from 'vitest';
import { countWords, readingMinutes } from '../../src/article/reading-time.ts';
import { counted } from '../../src/publisher/numbers.ts';
import { strings } from '../../src/strings.ts';

test.each([
	[1, 'دقيقة'],
	[2, 'دقيقتان'],
	[3, '3 دقائق'],
	[10, '10 دقائق'],
	[11, '11 دقيقة'],
	[99, '99 دقيقة'],
	[100, '100 دقيقة'],
	[103, '103 دقائق'],
])('%i minutes: %s', (minutes, expected) =>
	expect(counted(minutes, strings.minutes)).toBe(expected),
);

test.each([
	[1, 'الجهة المنظِّمة'],
	[2, 'الجهتان المنظِّمتان'],
	[3, 'الجهات المنظِّمة'],
	[11, 'الجهات المنظِّمة'],
])('the label of %i organizers: %s', (count, expected) =>
	expect(counted(count, strings.organizers)).toBe(expected),
);

test.each([
	[0, 1],
	[181, 1],
	[271, 1],
	[272, 2],
	[1810, 10],
	[1629, 9],
	[1990, 11],
])('%i words take %i minutes', (words, minutes) => expect(readingMinutes(words)).toBe(minutes));

test.each([
	['', 0],
	['قال: «نعم»، ومضى.', 3],
	['مُنْتَدَى الخِدْمَةِ', 2],
	['القرار 12/45', 3],
	['– … «»', 0],
])('%j has %i words', (text, words) => expect(countWords(text)).toBe(words));
