import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** What a chat or a feed shows for a pasted link. */
export interface Preview {
	title: string;
	/** Undefined where the previewer shows none. */
	description?: string;
	/** Its address. */
	picture: string;
	address: string;
}

/** A messenger or network that shows a preview of links. */
export interface Previewer {
	/** Bytes that it fetches of a page. Without: all. */
	reads?: number;
	show(head: Head): Preview;
	/** Limits: bytes; pixels as [width, height]; width divided by height as [least, most]. */
	picture: {
		bytes?: number;
		least?: [number, number];
		most?: [number, number];
		ratio?: [number, number];
	};
	/**
	 * How much of it is shown; the rest is cut. Only WhatsApp's documentation, Telegram's source and
	 * X's old documentation name lines: those are told below. Every other number, all widths and
	 * shapes are observations of 2026, not promises.
	 */
	shown: {
		/** Lines. */
		title: number;
		/** Lines. */
		description?: number;
		/** Width of the preview, in CSS pixels. */
		width: number;
		/** Width divided by height that the picture is cut to. Without: as it is. */
		shape?: number;
	};
	/** Further conditions, by name. */
	asks?: (head: Head, preview: Preview) => Record<string, boolean>;
}

/** A tag in the head of a page. */
interface Tag {
	name: string;
	attributes: Record<string, string>;
	text: string;
}
/**
 * The tags of a head in their order, then the JSON-LD of the body. Previewers read nothing else of
 * the body, where a broken head ends early.
 */
export type Head = readonly Tag[];

/** Reads the head of a page, or of its beginning. */
export function readHead(html: string): Head {
	const within = (nodes: readonly Tree.Node[], name: string) =>
		nodes.flatMap((node) =>
			node.nodeName === name && 'childNodes' in node ? node.childNodes : [],
		);
	const page = within(parse(html).childNodes, 'html');
	const data = within(page, 'body').filter(
		(node) => 'attrs' in node && node.attrs.some(({ value }) => value === 'application/ld+json'),
	);
	return [...within(page, 'head'), ...data].flatMap((node) => {
		if (!('tagName' in node)) return [];
		const text = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
		const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
		return { name: node.tagName, attributes, text };
	});
}

const content = (head: Head, attribute: 'name' | 'property', name: string) =>
	head
		.find((tag) => tag.name === 'meta' && tag.attributes[attribute] === name)
		?.attributes['content']?.trim();
const og = (head: Head, name: string) => content(head, 'property', `og:${name}`);
const twitter = (head: Head, name: string) => content(head, 'name', `twitter:${name}`);
const title = (head: Head) => head.find(({ name }) => name === 'title')?.text ?? '';
const linked = (head: Head, rel: string) =>
	head.find((tag) => tag.name === 'link' && tag.attributes['rel'] === rel)?.attributes['href'] ??
	'';
const canonical = (head: Head) => linked(head, 'canonical');

type Node = Record<string, unknown>;
/** The images of the main entity in the structured data. */
function pictured(head: Head): string[] {
	return head
		.filter(({ attributes }) => attributes['type'] === 'application/ld+json')
		.flatMap(({ text }): Node[] => JSON.parse(text)['@graph'])
		.filter(({ mainEntityOfPage }) => mainEntityOfPage === canonical(head))
		.flatMap(({ image }) => [image ?? []].flat().map((one) => String(Object(one).url ?? one)));
}

/** Open Graph alone. An empty or missing tag shows nothing. */
const openGraph = (head: Head): Preview => ({
	title: og(head, 'title') ?? '',
	description: og(head, 'description') ?? '',
	picture: og(head, 'image') ?? '',
	address: og(head, 'url') ?? '',
});
/** Open Graph, else X's tags, else those of every page. */
const openGraphFirst = (head: Head): Preview => ({
	title: og(head, 'title') || twitter(head, 'title') || title(head),
	description:
		og(head, 'description') ||
		twitter(head, 'description') ||
		content(head, 'name', 'description') ||
		'',
	picture: og(head, 'image') || twitter(head, 'image') || '',
	address: og(head, 'url') || canonical(head),
});

/** The previewers, by their documentation at the address named. */
export const PREVIEWERS: Record<string, Previewer> = {
	// https://developers.facebook.com/docs/whatsapp/link-previews: a title of two lines, a
	// description of 80 characters.
	WhatsApp: {
		reads: 300_000,
		shown: { title: 2, description: 2, width: 330, shape: 1.91 },
		show: openGraph,
		picture: { bytes: 600_000, least: [300, 1], ratio: [0, 4] },
		asks: (_head, { description = '' }) => ({
			'a description of 80 characters at most': description.length <= 80,
		}),
	},
	// https://developers.facebook.com/docs/sharing/webmasters/images/, …/webmasters/crawler; with its
	// size told, the picture shows at the first share.
	Facebook: {
		reads: 1_000_000,
		shown: { title: 2, description: 1, width: 500, shape: 1.91 },
		show: openGraph,
		picture: { bytes: 8_000_000, least: [600, 315], ratio: [1.9, 1.92] },
		asks: (head) => ({
			'a type': /^(?:article|website)$/.test(og(head, 'type') ?? ''),
			'the name of the site': !!og(head, 'site_name'),
			Arabic: og(head, 'locale') === 'ar_AR',
			'the size of the picture':
				Number(og(head, 'image:width')) > 0 && Number(og(head, 'image:height')) > 0,
		}),
	},
	// https://developer.x.com/en/docs/x-for-websites/cards/overview/summary-card-with-large-image, as
	// quoted in https://github.com/numpy/numpy.org/issues/591 The title: one line on the web, two on
	// phones (https://dev.twitter.com/cards/types/summary-large-image, 2016); since 2023 seen as one
	// line on the picture, without a description.
	X: {
		shown: { title: 1, width: 500, shape: 1.91 },
		show: (head) => ({
			title: twitter(head, 'title') || og(head, 'title') || '',
			description: twitter(head, 'description') || og(head, 'description') || '',
			picture: twitter(head, 'image') || og(head, 'image') || '',
			address: og(head, 'url') || canonical(head),
		}),
		picture: { bytes: 5_000_000, least: [300, 157], most: [4096, 4096], ratio: [1.9, 2] },
		asks: (head) => {
			const words = twitter(head, 'image:alt') ?? '';
			return {
				'a large card': twitter(head, 'card') === 'summary_large_image',
				'words for the picture': words.length > 0 && words.length <= 420,
			};
		},
	},
	// No documentation. Seen to read Open Graph. Of five lines the site's name has one, the title two
	// at most, the description the rest: github.com/telegramdesktop/tdesktop,
	// history/view/media/history_view_web_page.cpp.
	Telegram: {
		shown: { title: 2, description: 2, width: 340 },
		show: openGraphFirst,
		picture: {},
		asks: (head) => ({ 'the name of the site': !!og(head, 'site_name') }),
	},
	// https://www.linkedin.com/help/linkedin/answer/a521928
	LinkedIn: {
		shown: { title: 2, width: 540, shape: 1.91 },
		show: openGraph,
		picture: { bytes: 5_000_000, least: [1200, 627], ratio: [1.9, 1.92] },
	},
	// https://api.slack.com/robots, https://docs.slack.dev/messaging/unfurling-links-in-messages
	Slack: {
		reads: 32_768,
		shown: { title: 2, description: 5, width: 380 },
		show: openGraphFirst,
		picture: {},
	},
	// https://developer.apple.com/documentation/technotes/tn3156-create-rich-previews-for-messages:
	// no description; the icon where there is no picture.
	iMessage: {
		shown: { title: 2, width: 280 },
		show: (head) => ({
			title: og(head, 'title') || title(head),
			picture: og(head, 'image') || linked(head, 'apple-touch-icon'),
			address: canonical(head),
		}),
		picture: {},
	},
	// https://developers.google.com/search/docs/appearance/google-discover: 1,200 wide, 300,000 in
	// all, 16:9 or what is easily cut to it.
	Discover: {
		shown: { title: 3, width: 400, shape: 16 / 9 },
		show: (head) => ({
			title: og(head, 'title') || title(head),
			picture: pictured(head)[0] ?? og(head, 'image') ?? '',
			address: canonical(head),
		}),
		picture: { least: [1200, 250], ratio: [16 / 9, 1.92] },
		asks: (head) => ({
			'leave to show a large picture':
				content(head, 'name', 'robots')?.split(/,\s*/).includes('max-image-preview:large') ?? false,
			'to be let in': !/noindex|none/.test(content(head, 'name', 'robots') ?? ''),
		}),
	},
};

/**
 * A result of a search: no picture, the title with the site's name. Google says only that both are
 * cut «as needed» for the width of the device:
 * https://developers.google.com/search/docs/appearance/title-link, …/snippet.
 */
export const SEARCH: Pick<Previewer, 'show' | 'shown'> = {
	shown: { title: 1, description: 2, width: 600 },
	show: (head) => ({
		title: title(head),
		description: content(head, 'name', 'description') ?? '',
		picture: '',
		address: canonical(head),
	}),
};
