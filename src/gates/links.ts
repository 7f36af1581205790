/**
 * Every address in a built site leads somewhere: pages, anchors, images and files exist, under a
 * base path too. Links out of the site use https; nothing is loaded from elsewhere. Hosts differ,
 * so the strictest counts: names are compared by case, and a page has its trailing slash.
 */
import { html, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { decode } from '../address/old-address.ts';
import type { Problem } from '../problems.ts';
import { parseMarkup } from './markup.ts';

/**
 * What an address is for. `leads`: a reader may follow it out of the site. `loads`: the page needs
 * it, so it must be in the site. `tells`: it is read outside the site (previews, feeds, search
 * engines), so it must be absolute.
 */
type Kind = 'leads' | 'loads' | 'tells';

/** By element and attribute; for `link` by rel (any other rel loads), for `meta` by its name. */
const KINDS: Record<string, Kind> = {
	'a href': 'leads',
	'area href': 'leads',
	'* href': 'loads', // all others are of SVG: use, image, gradients
	'* action': 'leads',
	'* formaction': 'leads',
	'* cite': 'leads',
	'* src': 'loads',
	'* srcset': 'loads',
	'* imagesrcset': 'loads',
	'* poster': 'loads',
	'object data': 'loads',
	'link alternate': 'leads',
	'link author': 'leads',
	'link canonical': 'leads',
	'link license': 'leads',
	'link me': 'leads',
	'meta refresh': 'leads',
	'meta og:image': 'tells',
	'meta og:image:url': 'tells',
	'meta og:image:secure_url': 'tells',
	'meta og:url': 'tells',
	'meta twitter:image': 'tells',
};

const IDS =
	/^(?:aria-(?:activedescendant|controls|describedby|details|errormessage|flowto|labelledby|owns)|for|form|headers|itemref|list|popovertarget)$/;

/** Comments, namespaces and strings match first, so that no address is found in them. */
const CSS =
	/\/\*.*?\*\/|@namespace[^;]*|@import\s*(["'])(?<sheet>.*?)\1|url\(\s*(?:(["'])(?<quoted>.*?)\3|(?<bare>[^)]*?))\s*\)|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/gis;
const SRCSET = /([^\s,](?:\S*[^\s,])?)(?:\s[^,]*)?/g; // a comma within an address is part of it
const REFRESH = /^[\s\d.]*[;,\s]\s*(?:url\s*=\s*)?(["']?)(.+?)\1\s*$/i;
/** An attribute or an element's text; a guid is an address unless `isPermaLink` is false. */
const XML =
	/<(\?xml-stylesheet|(?:\w+:)?(?:link|enclosure|content|thumbnail))\s(?:[^>]*?\s)?(?:href|url)\s*=\s*(["'])(.*?)\2|<((?:\w+:)?(?:loc|link|guid|url))(?![^>]*isPermaLink\s*=\s*["']false)(?:\s[^>]*)?>([^<]*)<\/\4\s*>/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const MANIFEST = /"(scope|src|start_url|url)"\s*:\s*("(?:\\.|[^"\\])*")/g;

interface Reference {
	/** As a message shows it: `<a href>`. */
	where: string;
	address: string;
	kind: Kind;
}

/** What a file leads to, and what in it may be led to. */
export interface Contents {
	references: Reference[];
	/** Ids that a fragment can name; undefined for files whose fragments mean something else. */
	anchors?: Set<string>;
	/** Messages about the file itself. */
	problems?: string[];
}

/** An address or id in a message: in one line, and a data URL cut. */
const shown = (text: string) => `«${text.trim().replace(/\s+/g, ' ').slice(0, 300)}»`;
const foldCase = (text: string) => text.normalize().toLowerCase();

function* elements(node: Tree.Node): Generator<Tree.Element> {
	if ('attrs' in node) yield node;
	if ('content' in node) yield* elements(node.content);
	if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}

function inCss(css: string, where: string): Reference[] {
	const found = [...css.matchAll(CSS)].map(
		({ groups }) => groups?.['sheet'] ?? groups?.['quoted'] ?? groups?.['bare'],
	);
	return found
		.filter((address) => address !== undefined)
		.map((address) => ({ where, address: address.replace(/\\(\W)/g, '$1'), kind: 'loads' }));
}

function inElement({ tagName, attrs, childNodes, namespaceURI }: Tree.Element): Reference[] {
	const label = /^(?:link|meta)$/.test(tagName)
		? attrs.find(({ name }) => /^(?:rel|property|name|http-equiv)$/.test(name))
		: undefined;
	const labels = label?.value.trim().toLowerCase().split(/\s+/) ?? [];
	const sheet =
		tagName === 'style'
			? childNodes.map((node) => ('value' in node ? node.value : '')).join('')
			: '';
	return inCss(sheet, '<style>').concat(
		attrs.flatMap(({ prefix, name, value }) => {
			const where = `<${[tagName, label && `${label.name}="${label.value}"`, prefix ? `${prefix}:${name}` : name].filter(Boolean).join(' ')}>`;
			if (name === 'style' || (namespaceURI === html.NS.SVG && /\burl\(/i.test(value)))
				return inCss(value, where);
			let kind = KINDS[`${tagName} ${name}`] ?? KINDS[`* ${name}`];
			if (
				tagName === 'link' &&
				name === 'href' &&
				labels.length > 0 &&
				labels.every((rel) => KINDS[`link ${rel}`])
			)
				kind = 'leads';
			if (tagName === 'meta' && name === 'content') kind = KINDS[`meta ${labels[0]}`];
			if (!kind) return [];
			let addresses = [value];
			if (name.endsWith('srcset'))
				addresses = [...value.matchAll(SRCSET)].map(([, address = '']) => address);
			if (labels[0] === 'refresh') addresses = REFRESH.exec(value)?.slice(2) ?? [];
			return addresses.map((address) => ({ where, address, kind }));
		}),
	);
}

function inMarkup(text: string): Contents {
	const all = [...elements(parseMarkup(text))];
	const values = (attribute: string, of = all) =>
		of.flatMap(({ attrs }) =>
			attrs.filter(({ name }) => name === attribute).map(({ value }) => value),
		);
	const ids = values('id');
	const names = values(
		'name',
		all.filter(({ tagName }) => tagName === 'a'),
	);
	const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
	const known = new Set(ids);
	const lost = all.flatMap(({ tagName, attrs }) =>
		attrs
			.filter(({ name }) => IDS.test(name))
			.flatMap(({ name, value }) =>
				value
					.split(/\s+/)
					.filter((id) => id && !known.has(id))
					.map(
						(id) =>
							`المعرّف ${shown(id)} في <${tagName} ${name}> ليس لعنصر في الصفحة. ${closest(id, ids) ?? 'صحّحه أو أعط العنصر المقصود هذا الـ id.'}`,
					),
			),
	);
	return {
		references: all.filter(({ tagName }) => tagName !== 'base').flatMap(inElement),
		anchors: new Set([...ids, ...names]),
		problems: [
			...twice.map((id) => `المعرّف ${shown(id)} لأكثر من عنصر في الصفحة. اجعل لكل عنصر id يخصّه.`),
			...lost,
			...values(
				'href',
				all.filter(({ tagName }) => tagName === 'base'),
			).map(
				(address) => `العنصر <base href> ${shown(address)} يغيّر معنى كل رابط في الصفحة. احذفه.`,
			),
		],
	};
}

function inXml(text: string): Reference[] {
	const xml = text.replace(/<!--.*?-->|<!\[CDATA\[(.*?)\]\]>/gs, (_, raw = '') =>
		String(raw).replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
	);
	return [...xml.matchAll(XML)].map(([, holder, , attribute, element, text]) => ({
		where: `<${holder ?? element}>`,
		address: (attribute ?? text ?? '').replace(
			/&(\w+);/g,
			(whole, entity: string) => ENTITIES[entity] ?? whole,
		),
		kind: holder?.startsWith('?') ? 'loads' : 'tells',
	}));
}

const READERS: [of: RegExp, read: (text: string) => Contents][] = [
	[/\.(?:html|svg)$/, inMarkup],
	[
		/\.css$/,
		(text) => ({
			references: inCss(text, 'url()').filter(({ address }) => !address.startsWith('#')),
		}),
	], // such is of the page that uses it
	[/\.xml$/, (text) => ({ references: inXml(text) })],
	[
		/\.webmanifest$/,
		(text) => ({
			references: [...text.matchAll(MANIFEST)].map(([, where = '', address = '""']) => ({
				where,
				address: String(JSON.parse(address)),
				kind: 'loads',
			})),
		}),
	],
];

/** A file whose name differs only in case or in Unicode form: probably the one that was meant. */
function closest(id: string, among: Iterable<string>): string | undefined {
	const found = [...among].find((other) => foldCase(other) === foldCase(id));
	return found && `الموجود ${shown(found)}: اكتبه كما هو.`;
}

/** A file's address from the site's root: a page is without `index.html`. */
const published = (file: string) => file.replace(/(?<=^|\/)index\.html$/, '');
/** The part of a path that a wrong slash, `.html` or letter case does not change. */
const stem = (file: string) => foldCase(published(file)).replace(/\.html$|\/$/, '');

interface Built {
	site: URL;
	/** Every file, by its stem. */
	files: Map<string, string[]>;
	/** By file that was read: its ids, each in a line. A text takes less room than a set of as many. */
	anchors: Map<string, string>;
}

/** What is wrong with an address in a file: a sentence that continues after the address. */
type Sentence = string | undefined;

/** The sentence about an address, or what tells it once every file has been read. */
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
		return `يقصد المعرّف ${shown(id)} وهو ليس في ${target}. ${closest(id, there.split('\n')) ?? 'صحّحه أو أعط العنصر المقصود هذا الـ id.'}`;
	};
	return anchors.has(target) ? judge() : judge;
}

/**
 * What is wrong with the links of a built site; the same problem once per file. One file at a time is in memory.
 * @param site Absolute address of the site with its base: `https://example.org/news/`.
 * @param files Every file of the output folder, relative to it, with forward slashes.
 * @param read The text of a file; called once for each HTML, SVG, CSS, XML and web manifest.
 * @param contentsOf What a text holds: as `find` finds it, or as it was found before.
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
	const told: { file: string; sentence: () => Sentence }[] = [];
	for (const file of files) {
		const reader = READERS.find(([of]) => of.test(file))?.[1];
		if (!reader) continue;
		const text = read(file);
		const contents = contentsOf(file, text, () => reader(text));
		const { references, anchors, problems = [] } = contents;
		if (anchors) built.anchors.set(file, `\n${[...anchors].join('\n')}\n`);
		for (const problem of problems) told.push({ file, sentence: () => problem });
		for (const reference of references) {
			const found = problemOf(built, file, reference);
			if (found === undefined) continue;
			const start = `الرابط ${shown(reference.address)} في ${reference.where}`;
			const tell = typeof found === 'string' ? () => found : found;
			told.push({
				file,
				sentence: () => {
					const wrong = tell();
					return wrong && `${start} ${wrong}`;
				},
			});
		}
	}
	const found = told.flatMap(({ file, sentence }) => {
		const message = sentence();
		return message ? [{ file, message }] : [];
	});
	return [
		...new Map(found.map((problem) => [`${problem.file}\n${problem.message}`, problem])).values(),
	];
}
