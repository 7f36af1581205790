/**
 * Every address in a built site leads somewhere: pages, anchors, images and files exist, under a
 * base path too. Links out of the site use https; nothing is loaded from elsewhere. Hosts differ,
 * so the strictest counts: names are compared by case, and a page has its trailing slash.
 */
import { decode } from '../address/old-address.ts';
import type { Problem } from '../problems.ts';
import {
	type Contents,
	closestSentence,
	foldCase,
	type Reference,
	readerOf,
	shown,
} from './references.ts';

/** A file's address from the site's root: a page is without `index.html`. */
const published = (file: string) => file.replace(/(?<=^|\/)index\.html$/, '');
/** The part of a path that a wrong slash, `.html` or letter case does not change. */
const stem = (file: string) => foldCase(published(file)).replace(/\.html$|\/$/, '');

interface Built {
	site: URL;
	/** Every file, by its stem. */
	files: Map<string, string[]>;
	/**
	 * By file that was read: its ids, each in a line. A text takes less room than a set of as many.
	 */
	anchors: Map<string, string>;
}

/** What is wrong with an address in a file: a sentence that continues after the address. */
type Sentence = string | undefined;

/** The sentence about an address, or a function that gives it once every file has been read. */
function problemOf(
	{ site, files, anchors }: Built,
	file: string,
	{ where, address, kind }: Reference,
): Sentence | (() => Sentence) {
	const written = address.replace(/[\t\n\r]/g, '').trim();
	const url = URL.parse(
		written,
		new URL(published(file).split('/').map(encodeURIComponent).join('/'), site),
	);
	const absolute = URL.canParse(written);
	if (!written) return 'فارغ. اكتب الرابط أو احذف الخاصية.';
	if (/^[\\/]{2}/.test(written)) return 'يبدأ بـ // فلا يُعرف بروتوكوله. اكتبه كاملًا: https://…';
	if (!url) return 'لا يُقرأ رابطًا. صحّح كتابته.';
	if (!/^https?:$/.test(url.protocol)) {
		if (
			kind === 'loads'
				? url.href.startsWith('data:image/')
				: kind === 'leads' && /^(?:mailto|tel):$/.test(url.protocol)
		)
			return undefined;
		return `يبدأ بـ ${url.protocol} وهو غير مقبول هنا. المقبول https: وروابط الموقع نفسه، وmailto: وtel: حيث ينقر القارئ.`;
	}
	if (kind === 'tells' && !absolute)
		return `نسبي، ويُقرأ خارج الموقع حيث لا يُفهم. اكتبه كاملًا: ${url.href}`;
	if (file === '404.html' && !absolute && !/^[/#]/.test(written))
		return 'نسبي، وصفحة 404 تظهر تحت أي رابط. ابدأه بـ /.';

	const path = url.origin === site.origin ? decode(url.pathname) : '';
	const id = url.origin === site.origin ? decode(url.hash.slice(1).split(':~:')[0] ?? '') : '';
	if (path === undefined || id === undefined || /%(?![\da-f]{2})/i.test(written))
		return 'فيه علامة % لا يليها ترميز صحيح. اكتب %25 للعلامة نفسها، أو رمّز الرابط بـ encodeURI.';
	const base = decode(site.pathname) ?? site.pathname;
	if (!path || !`${path}/`.startsWith(base)) {
		if (url.origin === site.origin && !absolute)
			return `خارج مسار الموقع ${base}. اكتب ${base}${path?.slice(1)} بالدالة path() من src/address/urls.ts.`;
		// Readers may follow one: many old sources have no other address.
		if (url.protocol === 'http:' && !/^<(?:a|area) href>/.test(where))
			return `غير مشفّر. اكتب https:${url.href.slice(url.protocol.length)}`;
		return kind === 'loads'
			? 'يُحمَّل من خارج الموقع، ولا يُطلب شيء من موقع آخر. ضع الملف في الموقع نفسه، أو احذف العنصر.'
			: undefined;
	}

	const asked = path.slice(base.length);
	const target = path.endsWith('/') ? `${asked}index.html` : asked;
	const alike = files.get(stem(target)) ?? [];
	if (!alike.includes(target)) {
		const found = alike.find((other) => other === `${target}/index.html`) ?? alike[0];
		const there = found === undefined ? undefined : base + published(found);
		if (there === `${path}/`)
			return `إلى صفحة، وتنقصه / في آخره. اكتب ${there}${url.search}${url.hash}`;
		return there
			? `ليس في الموقع، والموجود ${there}: اكتبه كما هو.`
			: 'ليس في الموقع صفحةً ولا ملفًا. صحّحه، أو أنشئ ما يقصده، أو احذفه.';
	}
	if (id === '' || foldCase(id) === 'top') return undefined;
	const judge = () => {
		const there = anchors.get(target);
		if (there === undefined || there.includes(`\n${id}\n`)) return undefined;
		return `يقصد المعرّف ${shown(id)} وهو ليس في ${target}. ${closestSentence(id, there.split('\n')) ?? 'صحّحه أو أعط العنصر المقصود هذا الـ id.'}`;
	};
	return anchors.has(target) ? judge() : judge;
}

/**
 * What is wrong with the links of a built site; the same problem once per file. One file at a time
 * is in memory.
 * @param site Absolute address of the site with its base: `https://example.org/news/`.
 * @param files Every file of the output folder, relative to it, with forward slashes.
 * @param read The text of a file; called once for each HTML, SVG, CSS, XML and web manifest.
 * @param contentsOf The contents of a text, from a cache or by `find`.
 */
export function linkProblems(
	site: URL,
	files: readonly string[],
	read: (file: string) => string,
	contentsOf: (file: string, text: string, find: () => Contents) => Contents = (
		_file,
		_text,
		find,
	) => find(),
): Problem[] {
	const built: Built = { site, files: Map.groupBy(files, stem), anchors: new Map() };
	const candidates: { file: string; sentence: () => Sentence }[] = [];
	for (const file of files) {
		const reader = readerOf(file);
		if (!reader) continue;
		const text = read(file);
		const contents = contentsOf(file, text, () => reader(text));
		const { references, anchors, problems = [] } = contents;
		if (anchors) built.anchors.set(file, `\n${[...anchors].join('\n')}\n`);
		for (const problem of problems) candidates.push({ file, sentence: () => problem });
		for (const reference of references) {
			const found = problemOf(built, file, reference);
			if (found === undefined) continue;
			const start = `الرابط ${shown(reference.address)} في ${reference.where}`;
			const tell = typeof found === 'string' ? () => found : found;
			candidates.push({
				file,
				sentence: () => {
					const wrong = tell();
					return wrong && `${start} ${wrong}`;
				},
			});
		}
	}
	const found = candidates.flatMap(({ file, sentence }) => {
		const message = sentence();
		return message ? [{ file, message }] : [];
	});
	return [
		...new Map(found.map((problem) => [`${problem.file}\n${problem.message}`, problem])).values(),
	];
}
