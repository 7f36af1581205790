import { afterAll, describe, expect, test } from 'vitest';
import { defineSite, type SiteFacts } from '../../src/publisher/define-site.ts';
import siteStyles, { setFacts } from '../../src/styles/site-styles.ts';
import { FACTS, publish } from '../facts.ts';

const set = (css: string, facts: Partial<SiteFacts> = {}) =>
	setFacts(css, defineSite({ ...FACTS, ...facts }));
/** A style sheet, each rule in a line. */
const rules = (css: string) => css.split('\n');

describe('the colours', () => {
	test('of a site with one accent are that of every section', () =>
		expect(rules(set('@site colours;'))).toEqual([
			':root{--paper:#ffffff;--ink:#14181b;--quiet:#4a5359;--hair:#cfd5d9;--sea:#e4ecf1;--land:#ffffff;--coast:#a9b8c1;--accent:#0b4f6c;--event:var(--accent);--forum:var(--accent);--awards:var(--accent);}',
			'@media (prefers-color-scheme:dark){:root{--paper:#101416;--ink:#e8ebec;--quiet:#aeb7bc;--hair:#3a4348;--sea:#112233;--land:#2a3138;--coast:#556666;--accent:#8cc7e6;}}',
		]));

	test('of a section that has its own are told by day and by night, and to what leads to it', () => {
		const colours = { ...FACTS.colours, forum: { light: '#744708', dark: '#e2b26b' } };
		const [day, night, forum, ...others] = rules(set('@site colours;', { colours }));
		expect(day).toContain('--accent:#0b4f6c;--forum:#744708;--event:var(--accent);');
		expect(night).toContain('--accent:#8cc7e6;--forum:#e2b26b;}');
		expect(forum).toBe("#forum,.forum,[href='#forum']{--accent:var(--forum)}");
		expect(others).toEqual([]);
		expect(set('a{@site print-colours;}', { colours })).toBe(
			'a{--quiet:#000;--accent:#000;--forum:#000;}',
		);
	});
});

describe('the name in the masthead', () => {
	test.each([
		['of 2 letters is as large as ever', 'غد', ''],
		['of 18 letters too', 'ا'.repeat(18), ''],
		[
			'of 19 letters becomes smaller in a narrow window',
			'ا'.repeat(19),
			'font-size:1.25rem;font-size:clamp(1.25rem,calc((100vw - 2.5rem)/9),1.75rem);text-wrap:balance;',
		],
		[
			'of 60 letters becomes smaller earlier, then wraps',
			'ا'.repeat(60),
			'font-size:1.25rem;font-size:clamp(1.25rem,calc((100vw - 2.5rem)/27),1.75rem);text-wrap:balance;',
		],
	])('%s', (_name, name, expected) => expect(set('@site wordmark;', { name })).toBe(expected));
});

test.each([
	[
		'of 7 letters is larger than any headline, the day beside it',
		'ا'.repeat(7),
		'font-size:clamp(1.75rem,calc((100vw - 14.5rem)/2.8),2.75rem);',
	],
	['of 19 letters is as anywhere', 'ا'.repeat(19), ''],
])('over the first page of a phone the name %s', (_name, name, expected) =>
	expect(set('@site front-wordmark;', { name })).toBe(expected),
);

test('each section is the clock of its links', () =>
	expect(rules(set('@site timelines;'))).toEqual([
		'.story{timeline-scope:--event,--forum,--awards}',
		'#event{view-timeline:--event}',
		".contents-bar [href='#event']{animation-timeline:--event}",
		'#forum{view-timeline:--forum}',
		".contents-bar [href='#forum']{animation-timeline:--forum}",
		'#awards{view-timeline:--awards}',
		".contents-bar [href='#awards']{animation-timeline:--awards}",
		'#event,#forum,#awards{view-timeline-inset:5rem calc(100% - 5.5rem)}',
	]));

describe('lists, counters and pages are counted', () => {
	const css =
		"ol{list-style: decimal}li::before{content: counter(row)}@page{@bottom-center{content: 'صفحة ' counter(page) ' من ' counter(pages)}}";
	test('in Latin digits as they stand', () => expect(set(css)).toBe(css));
	test('in Arabic ones where the site has those', () =>
		expect(set(css, { digits: 'arab' })).toBe(
			"ol{list-style: arabic-indic}li::before{content: counter(row, arabic-indic)}@page{@bottom-center{content: 'صفحة ' counter(page, arabic-indic) ' من ' counter(pages, arabic-indic)}}",
		));
});

describe('every sheet of the site counts in its digits, and no other', () => {
	afterAll(() => publish());
	test.each([
		['/a/src/styles/site.css', 'ol{list-style: arabic-indic}'],
		['/a/src/styles/in-text.css?inline', 'ol{list-style: arabic-indic}'],
		['/a/node_modules/b/c.css', undefined],
		['/a/src/styles/site-styles.ts', undefined],
	])('%s', (id, css) => {
		publish({ digits: 'arab' });
		expect(siteStyles().transform('ol{list-style: decimal}', id)).toBe(css);
	});
});
