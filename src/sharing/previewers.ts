import type { CheerioAPI } from 'cheerio';

/** What a chat or a feed shows for a pasted link. */
export interface Preview {
	title: string;
	/** Undefined where the previewer shows none. */
	description?: string;
	/** Its address. */
	picture: string;
	address: string;
}

export interface Previewer {
	/** Bytes that it fetches of a page. Without: all. */
	reads?: number;
	show($: CheerioAPI): Preview;
	/** Limits: bytes; pixels as [width, height]; width divided by height as [least, most]. */
	picture: {
		bytes?: number;
		least?: [number, number];
		most?: [number, number];
		ratio?: [number, number];
	};
	/** How much of it is shown; the rest is cut. Where no document is named, seen in 2026. */
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
	asks?: ($: CheerioAPI, preview: Preview) => Record<string, boolean>;
}

/** Only in the head: previewers do not look in the body, where a broken head ends. */
const content = ($: CheerioAPI, attribute: 'name' | 'property', name: string) =>
	$(`head > meta[${attribute}="${name}"]`).attr('content')?.trim();
const og = ($: CheerioAPI, name: string) => content($, 'property', `og:${name}`);
const twitter = ($: CheerioAPI, name: string) => content($, 'name', `twitter:${name}`);
const title = ($: CheerioAPI) => $('head > title').text();
const canonical = ($: CheerioAPI) => $('head > link[rel=canonical]').attr('href') ?? '';

type Node = Record<string, unknown>;
/** The images of the main entity in the structured data. */
function pictured($: CheerioAPI): string[] {
	const graphs = $('head > script[type="application/ld+json"]')
		.toArray()
		.flatMap((script): Node[] => JSON.parse($(script).text())['@graph']);
	return graphs
		.filter(({ mainEntityOfPage }) => mainEntityOfPage === canonical($))
		.flatMap(({ image }) => [image ?? []].flat().map((one) => String(Object(one).url ?? one)));
}

/** Open Graph alone. An empty or missing tag shows nothing. */
const openGraph = ($: CheerioAPI): Preview => ({
	title: og($, 'title') ?? '',
	description: og($, 'description') ?? '',
	picture: og($, 'image') ?? '',
	address: og($, 'url') ?? '',
});
/** Open Graph, else X's tags, else those of every page. */
const openGraphFirst = ($: CheerioAPI): Preview => ({
	title: og($, 'title') || twitter($, 'title') || title($),
	description:
		og($, 'description') || twitter($, 'description') || content($, 'name', 'description') || '',
	picture: og($, 'image') || twitter($, 'image') || '',
	address: og($, 'url') || canonical($),
});

/** The previewers, by their documentation at the address named. */
export const PREVIEWERS: Record<string, Previewer> = {
	// https://developers.facebook.com/docs/whatsapp/link-previews
	WhatsApp: {
		reads: 300_000,
		shown: { title: 2, description: 2, width: 330, shape: 1.91 },
		show: openGraph,
		picture: { bytes: 600_000, least: [300, 1], ratio: [0, 4] },
		asks: (_$, { description = '' }) => ({
			'a description of 80 characters at most': description.length <= 80,
		}),
	},
	// https://developers.facebook.com/docs/sharing/webmasters/images/, …/webmasters/crawler; with its size told, the picture shows at the first share.
	Facebook: {
		reads: 1_000_000,
		shown: { title: 2, description: 1, width: 500, shape: 1.91 },
		show: openGraph,
		picture: { bytes: 8_000_000, least: [600, 315], ratio: [1.9, 1.92] },
		asks: ($) => ({
			'a type': /^(?:article|website)$/.test(og($, 'type') ?? ''),
			'the name of the site': !!og($, 'site_name'),
			Arabic: og($, 'locale') === 'ar_AR',
			'the size of the picture':
				Number(og($, 'image:width')) > 0 && Number(og($, 'image:height')) > 0,
		}),
	},
	// https://developer.x.com/en/docs/x-for-websites/cards/overview/summary-card-with-large-image, as quoted in https://github.com/numpy/numpy.org/issues/591
	X: {
		shown: { title: 1, width: 500, shape: 1.91 },
		show: ($) => ({
			title: twitter($, 'title') || og($, 'title') || '',
			description: twitter($, 'description') || og($, 'description') || '',
			picture: twitter($, 'image') || og($, 'image') || '',
			address: og($, 'url') || canonical($),
		}),
		picture: { bytes: 5_000_000, least: [300, 157], most: [4096, 4096], ratio: [1.9, 2] },
		asks: ($) => {
			const words = twitter($, 'image:alt') ?? '';
			return {
				'a large card': twitter($, 'card') === 'summary_large_image',
				'words for the picture': words.length > 0 && words.length <= 420,
			};
		},
	},
	// No documentation. Seen to read Open Graph.
	Telegram: {
		shown: { title: 3, description: 3, width: 340 },
		show: openGraphFirst,
		picture: {},
		asks: ($) => ({ 'the name of the site': !!og($, 'site_name') }),
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
	// https://developer.apple.com/documentation/technotes/tn3156-create-rich-previews-for-messages: no description; the icon where there is no picture.
	iMessage: {
		shown: { title: 2, width: 280 },
		show: ($) => ({
			title: og($, 'title') || title($),
			picture: og($, 'image') || $('head > link[rel=apple-touch-icon]').attr('href') || '',
			address: canonical($),
		}),
		picture: {},
	},
	// https://developers.google.com/search/docs/appearance/google-discover: 1,200 wide, 300,000 in all, 16:9 or what is easily cut to it.
	Discover: {
		shown: { title: 3, width: 400, shape: 16 / 9 },
		show: ($) => ({
			title: og($, 'title') || title($),
			picture: pictured($)[0] ?? og($, 'image') ?? '',
			address: canonical($),
		}),
		picture: { least: [1200, 250], ratio: [16 / 9, 1.92] },
		asks: ($) => ({
			'leave to show a large picture':
				content($, 'name', 'robots')?.split(/,\s*/).includes('max-image-preview:large') ?? false,
			'to be let in': !/noindex|none/.test(content($, 'name', 'robots') ?? ''),
		}),
	},
};

/** A result of a search: no picture, the title with the site's name. https://developers.google.com/search/docs/appearance/snippet */
export const SEARCH: Pick<Previewer, 'show' | 'shown'> = {
	shown: { title: 1, description: 2, width: 600 },
	show: ($) => ({
		title: title($),
		description: content($, 'name', 'description') ?? '',
		picture: '',
		address: canonical($),
	}),
};
