/**
 * Structured data for search engines: JSON-LD in the vocabulary of schema.org, one graph whose nodes refer to each other
 * by `@id`. It says only what the page shows. A month is left out: search engines read `2015-06` as the first of June.
 */
import type {
	BreadcrumbList,
	Event,
	Graph,
	NewsArticle,
	Organization,
	Place,
	WebSite,
} from 'schema-dts';
import { absolute, articlePath, imagePath } from '../address/urls.ts';
import { precision } from '../article/dates.ts';
import type { ArticleData, EventData } from '../article/schema.ts';
import { route } from '../pictures/map.ts';
import { SHAPES } from '../pictures/map-image.ts';
import { site } from '../site.ts';
import { quoted, strings } from '../strings.ts';

type Named = EventData['organizers'][number];

const ORGANIZATION = { '@id': absolute('/#organization') };
/** The paper with its name in place: many readers of structured data follow no `@id`. */
const PAPER = {
	'@type': 'Organization',
	...ORGANIZATION,
	name: site.name,
	url: absolute('/'),
} as const;

/** The graph of the first page. */
export function siteGraph(): Graph {
	return { '@context': 'https://schema.org', '@graph': [organization(), website()] };
}

/** The graph of an article's page. `words` is the length of its text. The site itself is told of on its first page. */
export function articleGraph(article: ArticleData & { slug: string }, words: number): Graph {
	const permalink = absolute(articlePath(article.slug));
	const { event, forum } = article;
	return {
		'@context': 'https://schema.org',
		'@graph': [
			newsArticle(article, permalink, words),
			...(event ? [eventOf(event, permalink, forum?.programme)] : []),
			breadcrumbs(article.topic),
		],
	};
}

/** A graph as the text of a script element. Escapes `<`, so that nothing ends the element or opens a comment. */
export function scriptText(graph: Graph): string {
	return JSON.stringify(graph).replaceAll('<', '\\u003c');
}

function newsArticle(
	{
		slug,
		headline,
		dek,
		topic,
		dateline,
		source,
		authors,
		published,
		updated,
		event,
	}: ArticleData & { slug: string },
	permalink: string,
	words: number,
): NewsArticle {
	return {
		'@type': 'NewsArticle',
		'@id': `${permalink}#article`,
		mainEntityOfPage: permalink,
		headline,
		description: dek,
		...(event &&
			route(event) && {
				image: Object.keys(SHAPES).map((shape) => absolute(imagePath(`map-${shape}`, slug))),
			}),
		inLanguage: site.language,
		articleSection: topic,
		dateline,
		...(exact(published) && { datePublished: published }),
		...(updated && exact(updated) && { dateModified: updated }),
		author: authors ? authors.map((name) => ({ '@type': 'Person', name }) as const) : PAPER,
		publisher: organization(),
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
			contentLocation: { '@id': `${permalink}#venue` },
		}),
		wordCount: words,
	};
}

/** Whole days stay days; the last one is part of the event (https://schema.org/endDate). A past event stays EventScheduled. */
function eventOf(
	{ name, theme, starts, ends, venue, organizers }: EventData,
	permalink: string,
	programme: NonNullable<ArticleData['forum']>['programme'] = [],
): Event {
	const how = {
		eventStatus: 'https://schema.org/EventScheduled',
		eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
	} as const;
	return {
		'@type': 'Event',
		'@id': `${permalink}#event`,
		name,
		...(theme && { description: theme }),
		startDate: starts,
		...(ends && { endDate: ends }),
		...how,
		location: place(venue, `${permalink}#venue`),
		organizer: organizers.map(
			({ name, acronym, url }: Named) =>
				({
					'@type': 'Organization',
					name,
					...(acronym && { alternateName: acronym }),
					...(url && { url }),
				}) as const,
		),
		...(programme.length > 0 && {
			subEvent: programme.flatMap(({ date, items }) =>
				items.map(
					(item) =>
						({
							'@type': 'Event',
							name: item,
							startDate: date,
							...how,
							location: { '@id': `${permalink}#venue` },
						}) as const,
				),
			),
		}),
	};
}

function place(
	{ name, localName, city, countryCode, latitude, longitude }: EventData['venue'],
	id: string,
): Place {
	return {
		'@type': 'Place',
		'@id': id,
		name,
		...(localName && { alternateName: localName }),
		address: { '@type': 'PostalAddress', addressLocality: city, addressCountry: countryCode },
		...(latitude !== undefined &&
			longitude !== undefined && {
				geo: { '@type': 'GeoCoordinates', latitude, longitude } as const,
			}),
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
		'@id': absolute('/#website'),
		name: site.name,
		description: site.description,
		url: absolute('/'),
		inLanguage: site.language,
		publisher: ORGANIZATION,
	};
}

/** The breadcrumbs of the masthead. Topics have no pages; the last item may be without a link (https://schema.org/BreadcrumbList). */
function breadcrumbs(topic: string): BreadcrumbList {
	return {
		'@type': 'BreadcrumbList',
		itemListElement: [
			{ '@type': 'ListItem', position: 1, name: strings.home, item: absolute('/') },
			{ '@type': 'ListItem', position: 2, name: topic },
		],
	};
}

const exact = (date: string) => precision(date) !== 'month';
