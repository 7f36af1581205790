import { expect, test } from 'vitest';
import { count, newTally, progressLine, summary } from '../../src/hosting/progress.ts';

const LOG = [
	'  ├─ /index.html',
	' (+12ms) ',
	'  \u001b[32m├─\u001b[39m \u001b[2m/articles/story/index.html\u001b[22m',
	' \u001b[32m(restored)\u001b[39m',
	'  ├─ /images/story/card.jpg',
	' (+1.20s) ',
	'  ├─ /rss.xml',
	' (restored)',
	'  ├─ /icon-180.png',
	' (+3ms) ',
	'  ▶ /_astro/سوق قديم.C0lW_1WuG.avif (before: 118kB, after: 4kB) (+60ms) (1/2)',
	'  ▶ /_astro/story.C0lW_2XvH.webp (reused cache entry) (+0ms) (2/2)',
];

test('a build is counted by the lines that tell of each file', () => {
	const tally = newTally();
	tally.pages.all = 2;
	tally.pictures.all = 1;
	expect(LOG.map((line) => count(tally, line))).toEqual(LOG.map(() => true));
	expect(tally).toMatchObject({
		pages: { all: 2, done: 2, kept: 1 },
		pictures: { all: 3, done: 3, kept: 1 },
	});
	expect(progressLine(tally)).toBe('الصفحات 2 من 2، والصور 3 من 3');
});

test.each([
	'Completed in 12.0s.',
	'Skipping src/pages/a.astro because a file with the same name exists in the public folder: a',
	'Caught error rendering /articles/story/: Error',
	' generating static routes ',
])('other messages are printed: %s', (message) => {
	expect(count(newTally(), message)).toBe(false);
});

const STEPS = { القراءة: 5120, الصفحات: 940 };
const HEAVIEST = [{ page: '/', bytes: 78_000 }];

test('the end of a build tells what it made, and of a large one where the time went', () => {
	const pictures = { all: 5, done: 5, kept: 3 };
	expect(summary({ pages: { all: 3, done: 3, kept: 0 }, pictures }, STEPS, [])).toEqual([
		'الصفحات: 3 (الجديد 3، ومن المخزن 0)',
		'الصور: 5 (الجديد 2، ومن المخزن 3)',
	]);
	expect(summary({ pages: { all: 90, done: 90, kept: 88 }, pictures }, STEPS, HEAVIEST)).toEqual([
		'الصفحات: 90 (الجديد 2، ومن المخزن 88)',
		'الصور: 5 (الجديد 2، ومن المخزن 3)',
		'الثواني: القراءة 5.1، الصفحات 0.9',
		'أثقل الصفحات: / 78 كيلوبايت',
	]);
});
