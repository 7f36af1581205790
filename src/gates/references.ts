/** What the files of a built site lead to and hold: HTML, SVG, CSS, XML and the manifest. */
import { html, type DefaultTreeAdapterTypes as Tree } from 'parse5';
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

/** An address in a file. */
export interface Reference {
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
export const shown = (text: string) => `«${text.trim().replace(/\s+/g, ' ').slice(0, 300)}»`;
/** A text as systems that fold case compare it. */
export const foldCase = (text: string) => text.normalize().toLowerCase();

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
							`المعرّف ${shown(id)} في <${tagName} ${name}> ليس لعنصر في الصفحة. ${closestSentence(id, ids) ?? 'صحّحه أو أعط العنصر المقصود هذا الـ id.'}`,
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
	], // `#id` is in the page that uses the sheet
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

/** A sentence that names the id which differs only in case or Unicode form, if there is one. */
export function closestSentence(id: string, among: Iterable<string>): string | undefined {
	const found = [...among].find((other) => foldCase(other) === foldCase(id));
	return found && `الموجود ${shown(found)}: اكتبه كما هو.`;
}

/** What reads the addresses of a file, by its name; undefined for files that have none. */
export const readerOf = (file: string): ((text: string) => Contents) | undefined =>
	READERS.find(([of]) => of.test(file))?.[1];
