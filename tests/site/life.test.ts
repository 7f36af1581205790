import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { describe, expect, inject, test } from 'vitest';

describe.each(inject('sites'))('after publication, at $address', ({ folder, address, base }) => {
	const read = (file: string) =>
		readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\u00A0', ' ');
	const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
		/\.(?:html|xml|txt|ics|json|webmanifest|js)$|_redirects$/.test(file),
	);
	const having = (words: string) => texts.filter((file) => read(file).includes(words));

	test('what is published later is nowhere yet', () => {
		expect(existsSync(`${folder}/articles/next-century`)).toBe(false);
		expect(existsSync(`${folder}/images/next-century`)).toBe(false);
		expect([having('next-century'), having('صندوقها المدفون')]).toEqual([[], []]);
	});

	test('of the files that articles offer, those of published ones alone are there', () => {
		const offered = readdirSync(`${folder}/files`, { recursive: true, encoding: 'utf8' });
		expect(offered.filter((file) => file.endsWith('.csv'))).toEqual([
			expect.stringMatching(/^[0-9a-f]{8}\/notebooks\.csv$/),
		]);
		expect([having('private-list'), having('الرقم السري')]).toEqual([[], []]);
	});

	test('a withdrawn article leaves the reason at its address and nothing else', () => {
		const $ = load(read('articles/withdrawn-report/index.html'));
		expect($('h1').text()).toBe('سُحب هذا المقال');
		expect($('main p').first().text()).toBe(
			'تبيّن أن الوثيقة التي اعتمد عليها المقال مزوّرة، وتعتذر الصحيفة لقرائها.',
		);
		expect($('meta[name=robots]').attr('content')).toBe('noindex');
		expect($('link[rel=canonical], script[type="application/ld+json"]')).toHaveLength(0);
		// The card of the paper, not of the article.
		expect($('meta[property^="og:"]')).toHaveLength(1);
		expect($('meta[property="og:image"]').attr('content')).toBe(`${address}images/card.jpg`);
		expect([having('لبيع حديقة'), having('ستُباع')]).toEqual([[], []]);
		expect(having('withdrawn-report').sort()).toEqual([
			'_redirects',
			'articles/park-sale/index.html',
			'build.json',
			// The worker forgets it on readers' devices.
			'sw.js',
		]);
	});

	test('its other addresses lead to an article', () => {
		const lines = read('_redirects').split('\n');
		for (const line of [
			`${base}articles/new-lamps ${base}articles/street-lights/ 301`,
			`${base}2025/01/%D9%85%D8%B5%D8%A7%D8%A8%D9%8A%D8%AD.html ${base}articles/street-lights/ 301`,
			`${base} p=77 ${base}articles/street-lights/ 301`,
			`${base}articles/park-sale/ ${base}articles/withdrawn-report/ 301`,
		])
			expect(lines).toContain(line);
		const page = load(read('2025/01/مصابيح.html'));
		expect(page('link[rel=canonical]').attr('href')).toBe(`${address}articles/street-lights/`);
		expect(page('body a').attr('href')).toBe(`${address}articles/street-lights/`);
	});

	test.each([
		['street-lights', undefined, 'NewsArticle'],
		['ai-models', 'تقرير', 'ReportageNewsArticle'],
		['opinion-reading', 'رأي', 'OpinionNewsArticle'],
		['poet-interview', 'حوار', 'NewsArticle'],
		['last-typesetter', 'وفاة', 'NewsArticle'],
		['craft-market', 'صور', 'NewsArticle'],
		['nurses-statement', 'بيان', 'NewsArticle'],
		['council-count', 'تغطية منتهية', 'NewsArticle'],
	])(
		'of what kind %s is stands over its headline, in the feed and for machines: %s, %s',
		(slug, kind, type) => {
			const $ = load(read(`articles/${slug}/index.html`));
			const feed = load(read('rss.xml'), { xml: true });
			const item = feed('item').filter((_, one) => feed(one).find('link').text().includes(slug));
			const categories = feed('category', item).toArray();
			// Without a kind the line over the headline begins with kicker or topic, and the topic is
			// the only category in the feed.
			const [over] = $('.story-head > p').first().text().split(' – ');
			expect(over === kind, over).toBe(kind !== undefined);
			expect(categories.map((category) => feed(category).text()).slice(1)).toEqual(
				kind ? [kind] : [],
			);
			const [article] = JSON.parse($('script[type="application/ld+json"]').text())['@graph'];
			expect(article['@type']).toBe(type);
		},
	);

	test('a correction stands at the foot of its page and in the feed, and is the last change', () => {
		const TEXT = 'ذكر المقال أن النموذج صدر في آذار، والصواب في شباط.';
		const $ = load(read('articles/ai-models/index.html'));
		expect($('#corrections p').first().text()).toBe('تصحيح');
		expect($('#corrections').text()).toContain(TEXT);
		expect($('#corrections time').attr('datetime')).toBe('2025-03-14');
		expect($('header').text()).not.toContain(TEXT);
		expect($('header time').last().attr('datetime')).toBe('2025-03-14');
		const [news] = JSON.parse($('script[type="application/ld+json"]').text())['@graph'];
		expect(news.dateModified).toBe('2025-03-14');
		expect(news.correction).toEqual([
			{ '@type': 'CorrectionComment', text: TEXT, datePublished: '2025-03-14' },
		]);
		expect(read('rss.xml')).toContain(TEXT);
	});

	test('the parts of a running story have addresses, the newest first', () => {
		const $ = load(read('articles/evening-lecture/index.html'));
		const ids = ['update-20250210T1705Z', 'update-20250210T1540Z'];
		expect(
			$('[id^=update-]')
				.toArray()
				.map((update) => $(update).attr('id')),
		).toEqual(ids);
		expect($('[id^=update-] a').first().attr('href')).toBe(`#${ids[0]}`);
		const graph = JSON.parse($('script[type="application/ld+json"]').text())['@graph'];
		const blog = graph.find((node: { '@type': string }) => node['@type'] === 'LiveBlogPosting');
		expect(
			blog.liveBlogUpdate.map(({ headline, url }: Record<string, string>) => [headline, url]),
		).toEqual([
			['انتهت الأمسية بأسئلة الحضور.', `${address}articles/evening-lecture/#${ids[0]}`],
			['القاعة امتلأت', `${address}articles/evening-lecture/#${ids[1]}`],
		]);
	});

	test('the parts of a series lead to each other, and an article to what its writer names', () => {
		const links = (slug: string, selector: string) => {
			const $ = load(read(`articles/${slug}/index.html`));
			return $(selector)
				.toArray()
				.map((link) => [$(link).attr('rel'), $(link).attr('href')]);
		};
		expect(links('evening-lecture', '[rel=prev], [rel=next]')).toEqual([
			['prev', `${base}articles/book-fair/`],
		]);
		expect(links('book-fair', '[rel=prev], [rel=next]')).toEqual([
			['next', `${base}articles/evening-lecture/`],
		]);
		expect(links('ai-models', '[aria-labelledby=more] a').slice(0, 2)).toEqual([
			[undefined, `${base}articles/book-fair/`],
			[undefined, `${base}articles/street-lights/`],
		]);
	});
});

describe.each(inject('sites'))('people at $address', ({ folder, address, base }) => {
	const load$ = (file: string) =>
		load(readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\u00A0', ' '));
	const graph = ($: ReturnType<typeof load>) =>
		JSON.parse($('script[type="application/ld+json"]').text())['@graph'];
	const PERSON = {
		'@type': 'Person',
		name: 'رُبى السعيد',
		'@id': `${address}people/ruba-alsaid/#person`,
		url: `${address}people/ruba-alsaid/`,
		worksFor: { '@id': `${address}#organization` },
		jobTitle: 'محررة الكتب',
		sameAs: ['https://social.example/@ruba'],
	};

	test('somebody who writes has a page: who they are, where else, what they wrote', () => {
		const $ = load$('people/ruba-alsaid/index.html');
		expect($('h1').text()).toBe('رُبى السعيد');
		expect($('main .text-dek').first().text()).toBe('محررة الكتب');
		expect($('main').text()).toContain('منذ 2009');
		expect($('a[rel=me]').attr('href')).toBe('https://social.example/@ruba');
		expect($('.fresh h3 a').attr('href')).toBe(`${base}articles/opinion-reading/`);
		expect($('.fresh h3')).toHaveLength(1);
		const { image, ...mainEntity } = graph($)[0].mainEntity;
		expect([graph($)[0]['@type'], mainEntity]).toEqual(['ProfilePage', PERSON]);
		expect(image).toMatch(/\/_astro\/photo\.[\w-]+\.jpg$/);
		expect(existsSync(image.replace(address, `${folder}/`)), image).toBe(true);
		const portrait = $('.who img');
		expect(portrait.attr()).toMatchObject({ alt: 'صورة رُبى السعيد', width: '480', height: '480' });
		expect($('.who figcaption').text()).toBe('تصوير: سامر علي');
		expect(readFileSync(`${folder}/sitemap-0.xml`, 'utf8')).toContain(
			`<loc>${address}people/ruba-alsaid/</loc>`,
		);
	});

	test('their articles lead there, a plain name does not', () => {
		const $ = load$('articles/opinion-reading/index.html');
		const links = $('.story-head a[rel=author]');
		expect(links).toHaveLength(1);
		expect([links.text(), links.attr('href')]).toEqual([
			'رُبى السعيد',
			`${base}people/ruba-alsaid/`,
		]);
		expect(graph($)[0].author).toEqual([PERSON, { '@type': 'Person', name: 'كريم نصّار' }]);
	});
});
