import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { absolute, articlePath, firstPath } from '../../../address/urls.ts';
import { articles } from '../../../article/articles.ts';
import { hasDay } from '../../../article/dates.ts';
import { calendar } from '../../../sharing/calendar.ts';

export const getStaticPaths = (async () =>
	(await articles()).flatMap(({ slug, event, published, updated, aliases }) =>
		// Of a month no calendar knows a day.
		event && hasDay(event.starts)
			? [
					{
						params: { slug },
						props: {
							slug,
							event,
							dates: { published, updated, first: absolute(firstPath({ slug, aliases })) },
						},
					},
				]
			: [],
	)) satisfies GetStaticPaths;

/** The event of an article for the reader's calendar: `/articles/<slug>/event.ics`. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
	props: { slug, event, dates },
}) =>
	new Response(calendar(event, absolute(articlePath(slug)), dates), {
		headers: { 'content-type': 'text/calendar; charset=utf-8' },
	});
