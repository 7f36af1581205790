/**
 * Structured data for search engines: JSON-LD in the vocabulary of schema.org, one graph whose
 * nodes refer to each other by `@id`. It says only what the page shows. A month is left out: search
 * engines read `2015-06` as the first of June.
 */
import type {
	BreadcrumbList,
	Graph,
	ImageObject,
	LiveBlogPosting,
	NewsArticle,
	OpinionNewsArticle,
	Organization,
	Person,
	ReportageNewsArticle,
	SearchAction,
	WebSite,
} from 'schema-dts';
import {
	absolute,
	articlePath,
	imagePath,
	profilePath,
	searchPath,
	topicPath,
} from '../address/urls.ts';
import { otherSource } from '../article/attribution.ts';
import { latestFirst, updateId } from '../article/corrections.ts';
import { hasDay } from '../article/dates.ts';
import { isOver } from '../article/overline.ts';
import type { ProfileData } from '../article/profile.ts';
import type { Author } from '../article/profiles.ts';
import type { ArticleData } from '../article/schema.ts';
import { cut } from '../article/text.ts';
import { route } from '../pictures/map.ts';
import { SHAPES } from '../pictures/map-image.ts';
import { PHOTO_SHAPES } from '../pictures/photo-image.ts';
import { site } from '../site.ts';
import { quoted, strings } from '../strings.ts';
import { winnersOf } from './awards-data.ts';
import { eventOf, placeIds } from './event-data.ts';

/**
 * With the input of the action, which is a notation and no property:
 * https://schema.org/docs/actions.html
 */
type WithInput = Exclude<SearchAction, string> & { 'query-input': string };

const ORGANIZATION = { '@id': absolute('/#organization') };
const WEBSITE = { '@id': absolute('/#website') };
/** The paper with its name in place: many readers of structured data follow no `@id`. */
const PAPER = {
	'@type': 'Organization',
	...ORGANIZATION,
	name: site.name,
	url: absolute('/'),
} as const;

/** The graph of the first page. */
export function siteGraph(): Graph {
	return {
		'@context': 'https://schema.org',
		'@graph': [
			organization(),
			{ ...website(), description: site.description, potentialAction: search() },
		],
	};
}

/**
 * How the site is searched:
 * https://developers.google.com/search/docs/appearance/sitelinks-searchbox
 */
function search(): WithInput {
	return {
		'@type': 'SearchAction',
		target: {
			'@type': 'EntryPoint',
			urlTemplate: `${absolute(searchPath())}?q={search_term_string}`,
		},
		'query-input': 'required name=search_term_string',
	};
}

/** The facts of an article, its authors with what is known of them. */
export type Told = Omit<ArticleData, 'authors'> & {
	slug: string;
	authors?: Author[] | undefined;
	topicPage?: { slug: string } | undefined;
};

/**
 * The graph of a page about somebody who writes: https://schema.org/ProfilePage
 * @param portrait The absolute address of their picture.
 */
export function profileGraph(
	profile: ProfileData & { slug: string },
	crumbs: readonly Crumb[],
	portrait?: string,
): Graph {
	const permalink = absolute(profilePath(profile.slug));
	return {
		'@context': 'https://schema.org',
		'@graph': [
			{
				'@type': 'ProfilePage',
				url: permalink,
				inLanguage: site.language,
				isPartOf: WEBSITE,
				mainEntity: personOf({ ...profile, path: profilePath(profile.slug) }, portrait),
			},
			organization(),
			website(),
			breadcrumbs(crumbs),
		],
	};
}

/** The graph of a page that lists articles. */
export function listGraph(crumbs: readonly Crumb[]): Graph {
	return { '@context': 'https://schema.org', '@graph': [breadcrumbs(crumbs)] };
}

/** The graph of an article's page. `words` is the length of its text. */
export function articleGraph(article: Told, words: number): Graph {
	const permalink = absolute(articlePath(article.slug));
	const { event, forum, topic, topicPage } = article;
	return {
		'@context': 'https://schema.org',
		'@graph': [
			newsArticle(article, permalink, words),
			...(article.updates ? [liveBlog(article, permalink)] : []),
			...(event ? [eventOf(event, permalink, forum)] : []),
			website(),
			breadcrumbs([{ name: topic, path: topicPage && topicPath(topicPage.slug) }]),
		],
	};
}

/**
 * A graph as the text of a script element. Escapes `<`, so that nothing ends the element or opens a
 * comment.
 */
export function scriptText(graph: Graph): string {
	return JSON.stringify(graph).replaceAll('<', '\\u003c');
}

/**
 * The type of each kind of article: https://schema.org/NewsArticle and what is more special than
 * it.
 */
const TYPES = {
	news: 'NewsArticle',
	report: 'ReportageNewsArticle',
	opinion: 'OpinionNewsArticle',
	interview: 'NewsArticle',
	obituary: 'NewsArticle',
	gallery: 'NewsArticle',
	statement: 'NewsArticle',
	live: 'NewsArticle',
} as const satisfies Record<NonNullable<ArticleData['kind']>, string>;

function newsArticle(
	article: Told,
	permalink: string,
	words: number,
): NewsArticle | ReportageNewsArticle | OpinionNewsArticle {
	const { headline, dek, topic, dateline, authors, published, updated } = article;
	const { kind = 'news', corrections, series, event, awards } = article;
	const source = otherSource(article);
	const image = images(article);
	const places = event ? placeIds(event, permalink) : [];
	const winners = awards ? winnersOf(awards) : [];
	return {
		'@type': TYPES[kind],
		'@id': `${permalink}#article`,
		mainEntityOfPage: permalink,
		headline,
		description: dek,
		...(image && { image }),
		inLanguage: site.language,
		articleSection: topic,
		dateline,
		...(hasDay(published) && { datePublished: published }),
		...(updated && hasDay(updated) && { dateModified: updated }),
		author: authorOf(authors),
		publisher: organization(),
		isPartOf: series ? [WEBSITE, { '@type': 'CreativeWorkSeries', name: series.name }] : WEBSITE,
		...(series && { position: series.part }),
		...(corrections && {
			correction: corrections.map(
				({ date, text }) => ({ '@type': 'CorrectionComment', text, datePublished: date }) as const,
			),
		}),
		...(source && {
			isBasedOn: {
				'@type': 'CreativeWork',
				...(source.url && { url: source.url }),
				publisher: { '@type': 'Organization', name: source.name },
			},
			creditText: `${strings.credit}: ${quoted(source.name)}.`,
		}),
		...(site.licence?.url && { license: site.licence.url }),
		...(event && {
			about: { '@id': `${permalink}#event` },
			...(places.length > 0 && { contentLocation: places.length === 1 ? places[0] : places }),
		}),
		...(winners.length > 0 && { mentions: winners }),
		wordCount: words,
	};
}

/** The photograph in three shapes, else the map. */
function images({ slug, event, picture }: Told): ImageObject[] | string[] | undefined {
	if (picture)
		return Object.keys(PHOTO_SHAPES).map((shape) => ({
			'@type': 'ImageObject' as const,
			url: absolute(imagePath(`photo-${shape}`, slug)),
			caption: picture.caption ?? picture.alt,
			creditText: picture.credit,
		}));
	return event && route(event)
		? Object.keys(SHAPES).map((shape) => absolute(imagePath(`map-${shape}`, slug)))
		: undefined;
}

/** An author; with a page of their own, what it says of them. */
function personOf({ name, path, role, links }: Author, portrait?: string): Person {
	return {
		'@type': 'Person',
		name,
		...(path && { '@id': `${absolute(path)}#person`, url: absolute(path), worksFor: ORGANIZATION }),
		...(role && { jobTitle: role }),
		...(portrait && { image: portrait }),
		...(links && { sameAs: links.map(({ url }) => url) }),
	};
}

/**
 * Who put it into words: those who signed it, else the paper. Many readers look for `author.name`
 * alone.
 */
function authorOf([author, ...others]: readonly Author[] = []) {
	if (!author) return PAPER;
	const first = personOf(author);
	return others.length > 0 ? [first, ...others.map((other) => personOf(other))] : first;
}

/**
 * The parts of a running story, as a live blog of its own beside the article:
 * https://schema.org/LiveBlogPosting
 */
function liveBlog(article: Told, permalink: string): LiveBlogPosting {
	const { headline, published, authors, updates = [] } = article;
	const latest = latestFirst(updates);
	return {
		'@type': 'LiveBlogPosting',
		'@id': `${permalink}#updates`,
		url: permalink,
		headline,
		...(hasDay(published) && { datePublished: published, coverageStartTime: published }),
		...(latest[0] && isOver(article) && { coverageEndTime: latest[0].at }),
		author: authorOf(authors),
		publisher: PAPER,
		liveBlogUpdate: latest.map(
			(update) =>
				({
					'@type': 'BlogPosting',
					headline: update.title ?? cut(update.text, 110),
					articleBody: update.text,
					datePublished: update.at,
					url: `${permalink}#${updateId(update)}`,
				}) as const,
		),
	};
}

function organization(): Organization {
	return {
		...PAPER,
		logo: absolute('/icon-512.png'),
		...(site.profiles.length > 0 && { sameAs: site.profiles }),
	};
}

function website(): WebSite {
	return {
		'@type': 'WebSite',
		...WEBSITE,
		name: site.name,
		url: absolute('/'),
		inLanguage: site.language,
		publisher: ORGANIZATION,
	};
}

/** A step of the way from the first page to a page. */
export interface Crumb {
	name: string;
	/** From the site's root. A topic that the publisher's table lacks has no page. */
	path?: string | undefined;
}

/**
 * The breadcrumbs of the masthead. The last item may be without a link
 * (https://schema.org/BreadcrumbList).
 */
function breadcrumbs(crumbs: readonly Crumb[]): BreadcrumbList {
	return {
		'@type': 'BreadcrumbList',
		itemListElement: [{ name: strings.home, path: '/' }, ...crumbs].map(
			({ name, path }, index) =>
				({
					'@type': 'ListItem',
					position: index + 1,
					name,
					...(path && { item: absolute(path) }),
				}) as const,
		),
	};
}
