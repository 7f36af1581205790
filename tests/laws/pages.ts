/** Laws of what readers get: addresses, security, direction, headings, pictures. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { directionProblems } from '../../src/gates/direction.ts';
import { eachPage, type Law, problem, REBUILD, when } from './law.ts';
import { type BuiltPage, decoded, fileOf } from './site.ts';

interface Reference {
	/** As a message shows it: `<img src>`. */
	where: string;
	address: string;
	/** The page needs what is there; else a reader may follow it. */
	loads: boolean;
}

const inCss = (css: string, where: string): Reference[] =>
	[...css.matchAll(/url\(\s*["']?([^"')]+)|@import\s*["']([^"']+)/g)].map(
		([, url, sheet = '']) => ({ where, address: (url ?? sheet).trim(), loads: true }),
	);

/** Every address in a page. What a `<link>` leads to and what it loads is told by its rel. */
function references({ $ }: BuiltPage): Reference[] {
	const inAttributes = $('[href], [src], [srcset], [imagesrcset], [poster], [data], [action]')
		.toArray()
		.flatMap(({ tagName, attribs }) => {
			const leads =
				/^(?:a|area|form)$/.test(tagName) ||
				(tagName === 'link' &&
					/^(?:canonical|alternate|author|license|me)$/.test(attribs['rel'] ?? ''));
			return ['href', 'src', 'srcset', 'imagesrcset', 'poster', 'data', 'action'].flatMap(
				(name) => {
					const value = attribs[name];
					if (value === undefined) return [];
					const addresses = name.endsWith('srcset')
						? value.split(/,\s/).map((candidate) => candidate.trim().split(/\s/)[0] ?? '')
						: [value];
					return addresses.map((address) => ({
						where: `<${tagName} ${name}>`,
						address,
						loads: !leads,
					}));
				},
			);
		});
	const inStyles = $('style, [style]')
		.toArray()
		.flatMap((element) =>
			inCss($(element).attr('style') ?? $(element).text(), `<${element.tagName}>`),
		);
	return [...inAttributes, ...inStyles];
}

/** A page that leads to the next or the last one of its list is led to from there. */
export const lists = eachPage(({ $, address }, site) =>
	$('main nav :is(a[rel=prev], a[rel=next])')
		.toArray()
		.flatMap(({ attribs: { rel, href = '' } }) => {
			const back = rel === 'next' ? 'prev' : 'next';
			const to = new URL(href, address);
			const other = site.pages.get(fileOf(site, to.href) ?? '');
			const leadsBack = other
				?.$(`main nav a[rel=${back}]`)
				.toArray()
				.some((link) => new URL(link.attribs['href'] ?? '', other.address).href === address);
			return leadsBack
				? []
				: [`صفحة القائمة تقود إلى ${decoded(to.pathname)} ولا تعود هي إليها. ${REBUILD}`];
		}),
);

export const links = eachPage(
	(page, site) => {
		return references(page).flatMap(({ where, address, loads }) => {
			const at = `الرابط «${address}» في ${where}`;
			const url = URL.parse(address, page.address);
			if (!address || !url) return [`${at} فارغ أو لا يُقرأ. اكتبه أو احذفه.`];
			const file = fileOf(site, url.href);
			if (file === undefined) {
				if (url.origin === new URL(site.address).origin && !URL.canParse(address))
					return [`${at} خارج مسار الموقع ${site.base}. اكتب الرابط بعد هذا المسار.`];
				// A source may have no https: the desk warns of it.
				const leads = where === '<a href>' ? /^(?:https?|mailto|tel):$/ : /^(?:https|mailto|tel):$/;
				return loads || leads.test(url.protocol)
					? []
					: [`${at} يبدأ بـ ${url.protocol} وهو غير مقبول. اكتبه بـ https: أو mailto: أو tel:.`];
			}
			if (!site.files.has(file))
				return [`${at} لا يؤدي إلى شيء: ليس في الموقع ${file}. صحّح الرابط أو احذفه.`];
			const id = decoded(url.hash.slice(1).split(':~:')[0] ?? '');
			const target = site.pages.get(file)?.$;
			if (!id || id === 'top' || !target) return [];
			const found = target('[id], a[name]').is(
				(_, element) => element.attribs['id'] === id || element.attribs['name'] === id,
			);
			return found ? [] : [`${at}: لا عنصر في ${file} له المعرّف «${id}». صحّح ما بعد #.`];
		});
	},
	['page', 'missing', 'redirect'],
);

export const secondOrigin: Law = async (site) => {
	const own = new URL(site.address).origin;
	const inPages = eachPage((page) =>
		references(page)
			.filter(({ address, loads }) => loads && URL.parse(address, page.address)?.origin !== own)
			.map(
				({ where, address }) =>
					`${where} يطلب «${address.slice(0, 100)}» من خارج الموقع. ضع الملف في الموقع أو احذف العنصر.`,
			),
	);
	const inSheets = [...site.files]
		.filter((file) => file.endsWith('.css'))
		.flatMap((file) =>
			inCss(readFileSync(join(site.folder, file), 'utf8'), 'url()')
				.filter(({ address }) => URL.parse(address, site.address + file)?.origin !== own)
				.map(({ address }) =>
					problem(
						file,
						`يطلب «${address.slice(0, 100)}» من خارج الموقع. ضع الملف في الموقع أو احذف السطر.`,
					),
				),
		);
	return [...(await inPages(site)), ...inSheets];
};

export const policy = eachPage(
	({ html, $ }, site) => {
		const beginning = Buffer.from(html).subarray(0, 1024).toString();
		const [told] = [
			...beginning.matchAll(/http-equiv="content-security-policy" content="([^"]*)"/g),
		];
		const words = told?.[1] ?? '';
		const { origin } = new URL(site.address);
		const foreign = words
			.split(';')
			.flatMap((directive) => directive.trim().split(/\s+/).slice(1))
			.filter((source) => source !== origin && !/^'(?!unsafe-)[^']+'$/.test(source));
		const inline = $('style, script:not([src]):not([type*=json])').toArray();
		const unknown = inline.filter(
			(element) =>
				!words.includes(
					`'sha256-${createHash('sha256').update($(element).text()).digest('base64')}'`,
				),
		);
		const attributes = $('*')
			.toArray()
			.flatMap((element) => Object.keys($(element).attr() ?? {}))
			.filter((name) => name === 'style' || /^on[a-z]+$/.test(name));
		return [
			...when(
				[
					!/<meta charset="?utf-8/i.test(beginning),
					`لا ترميز (charset=utf-8) في أول 1024 بايتًا من الصفحة. ${REBUILD}`,
				],
				[!told, `لا سياسة أمان (content-security-policy) في أول 1024 بايتًا من الصفحة. ${REBUILD}`],
				[
					Boolean(told) && (!words.includes("default-src 'none'") || foreign.length > 0),
					`سياسة الأمان تسمح بأكثر من ملفات الموقع. ${REBUILD}`,
				],
			),
			...(told ? unknown : []).map(
				({ tagName }) => `في الصفحة <${tagName}> لا تعرفه سياسة الأمان، فيمنعه المتصفح. ${REBUILD}`,
			),
			...attributes.map((name) => `في الصفحة خاصية ${name}، وسياسة الأمان تمنعها. احذفها.`),
			...$('iframe, object, embed')
				.toArray()
				.map(({ tagName }) => `في الصفحة <${tagName}>، وسياسة الأمان تمنعه. احذفه.`),
		];
	},
	['page', 'missing', 'redirect'],
);

export const direction: Law = async (site) => {
	const inPages = eachPage(({ $ }) => [
		...when(
			[
				!/^ar\b/.test($('html').attr('lang') ?? ''),
				`لغة الصفحة ليست العربية (<html lang>). ${REBUILD}`,
			],
			[$('html').attr('dir') !== 'rtl', `الصفحة لا تبدأ من اليمين (<html dir>). ${REBUILD}`],
			[
				/[\u202A-\u202E\u2066-\u2069]/.test(
					$('title').text() + $('body').clone().find('style').remove().end().text(),
				),
				'في النص علامة اتجاه خفية (U+202A إلى U+202E أو U+2066 إلى U+2069). احذفها من المقال.',
			],
		),
		...$('p, h1, h2, h3, h4, li, dt, dd, td, th, blockquote, figcaption')
			.toArray()
			.filter(
				(element) =>
					$(element).closest('[dir]').attr('dir') === 'ltr' &&
					/^[^\p{L}]*\p{Script=Arabic}/u.test($(element).text()),
			)
			.map(
				(element) =>
					`نص عربي يبدأ من اليسار: «${$(element).text().trim().slice(0, 40)}». احذف dir="ltr" مما حوله.`,
			),
	]);
	// One style sheet stands in all pages: it is judged once.
	const styles = new Map<string, string>();
	for (const { file, $ } of site.pages.values())
		for (const style of $('style')) styles.set($(style).text(), file);
	for (const file of site.files)
		if (file.endsWith('.css')) styles.set(readFileSync(join(site.folder, file), 'utf8'), file);
	return [
		...(await inPages(site)),
		...[...styles].flatMap(([css, file]) =>
			directionProblems('x.css', css).map(({ message }) => problem(file, message)),
		),
	];
};

export const outline: Law = async (site) => {
	const inPages = eachPage(({ $ }) => {
		const levels = $('h1, h2, h3, h4, h5, h6')
			.toArray()
			.map(({ tagName }) => Number(tagName.slice(1)));
		const gap = levels.findIndex((level, index) => level > (levels[index - 1] ?? 0) + 1);
		return [
			...when(
				[
					levels.filter((level) => level === 1).length !== 1,
					'ليس في الصفحة عنوان رئيس واحد (<h1>). اجعله واحدًا، وابدأ عناوين المقال بـ ##.',
				],
				[
					levels[0] === 1 && gap > 0,
					`العنوان <h${levels[gap]}> يلي <h${levels[gap - 1]}> فيقفز فوق مستوى. اكتبه بعلامة # أقل.`,
				],
				[
					$('body > a').first().attr('href') !== '#content',
					`الصفحة لا تبدأ برابط إلى نصها (#content). ${REBUILD}`,
				],
				[
					/maximum-scale|user-scalable/.test($('meta[name=viewport]').attr('content') ?? ''),
					`الصفحة تمنع التكبير (viewport). ${REBUILD}`,
				],
			),
			...['body > header', 'main#content', 'body > footer']
				.filter((landmark) => $(landmark).length !== 1)
				.map((landmark) => `ليس في الصفحة ${landmark} واحد. ${REBUILD}`),
		];
	});
	const names = eachPage(({ $, address }, site) =>
		// An hour says what it is; in Morocco it has no letter.
		$('a[href]:not([href^="tel:"], [aria-hidden], :has(> time))')
			.toArray()
			.map((link) => {
				const to = URL.parse($(link).attr('href') ?? '', address)?.href ?? '';
				return { name: $(link).attr('aria-label') ?? $(link).text().trim(), to };
			})
			.filter(({ name }) => /\d|[٠-٩]/.test(name) && !/\p{L}/u.test(name))
			// A book or a topic may be called so, and its page is.
			.filter(
				({ name, to }) =>
					site.pages
						.get(fileOf(site, to) ?? '')
						?.$('h1')
						.text()
						.trim() !== name,
			)
			.map(
				({ name }) =>
					`الرابط «${name}» أرقام وحدها، فلا يدري من يسمعه إلى أين يؤدي. أدخل فيه الكلمة التي قبله: [القرار ${name}](…).`,
			),
	);
	const ids = eachPage(({ $ }) => {
		const all = $('[id]')
			.toArray()
			.map(({ attribs }) => attribs['id'] ?? '');
		const twice = new Set(all.filter((id, index) => all.indexOf(id) !== index));
		return [...twice].map((id) => `المعرّف «${id}» لأكثر من عنصر. غيّر أحد العنوانين أو المعرّفين.`);
	});
	return [...(await inPages(site)), ...(await names(site)), ...(await ids(site))];
};

export const pictures: Law = async (site) => {
	const inPages = eachPage(({ $ }) =>
		$('img')
			.toArray()
			.flatMap(({ attribs: { src, width, height, alt } }) =>
				when(
					[
						!Number(width) || !Number(height),
						`الصورة «${src}» بلا عرض وارتفاع (width وheight)، فتقفز الصفحة حين تصل. اكتبهما.`,
					],
					[alt === undefined, `الصورة «${src}» بلا نص بديل (alt). صف ما فيها.`],
				),
			),
	);
	const files = [...site.files].filter((file) =>
		/\.(?:jpe?g|png|webp|avif|gif|tiff?)$/i.test(file),
	);
	const inFiles = files.map(async (file) => {
		const found = await sharp(join(site.folder, file))
			.metadata()
			.catch(() => undefined);
		if (!found) return [problem(file, 'لا تُقرأ صورةً. ضع ملفًا سليمًا مكانها.')];
		const kinds = [
			...when(
				[Boolean(found.exif), 'EXIF'],
				[Boolean(found.xmp), 'XMP'],
				[Boolean(found.iptc), 'IPTC'],
			),
		];
		return kinds.length
			? [
					problem(
						file,
						`في الصورة ما كتبته الكاميرا (${kinds.join('، ')})، وقد يكون فيه مكان التصوير. احذفه من الأصل ثم أعد البناء.`,
					),
				]
			: [];
	});
	return [...(await inPages(site)), ...(await Promise.all(inFiles)).flat()];
};
