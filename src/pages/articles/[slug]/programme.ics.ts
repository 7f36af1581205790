import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { absolute, articlePath, firstPath } from '../../../address/urls.ts';
import { articles } from '../../../article/articles.ts';
import { hasSessions } from '../../../article/programme.ts';
import { programmeCalendar } from '../../../sharing/calendar.ts';

export const getStaticPaths = (async () =>
	(await articles()).flatMap(({ slug, event, forum, published, updated, aliases }) => {
		const first = absolute(firstPath({ slug, aliases }));
		return event && forum?.programme && hasSessions(forum.programme)
			? [
					{
						params: { slug },
						props: {
							slug,
							event,
							programme: forum.programme,
							dates: { published, updated, first },
						},
					},
				]
			: [];
	})) satisfies GetStaticPaths;

/**
 * The sessions of an article's event for the reader's calendar: `/articles/<slug>/programme.ics`.
 */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
	props: { slug, event, programme, dates },
}) =>
	new Response(programmeCalendar(event, programme, absolute(articlePath(slug)), dates), {
		headers: { 'content-type': 'text/calendar; charset=utf-8' },
	});
