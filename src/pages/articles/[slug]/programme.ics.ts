import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { absolute, articlePath } from '../../../address/urls.ts';
import { articles } from '../../../article/articles.ts';
import { hasSessions } from '../../../article/programme.ts';
import { programmeCalendar } from '../../../sharing/calendar.ts';

export const getStaticPaths = (async () =>
	(await articles()).flatMap(({ slug, event, forum: { programme } = {}, published, updated }) =>
		event && programme && hasSessions(programme)
			? [{ params: { slug }, props: { slug, event, programme, dates: { published, updated } } }]
			: [],
	)) satisfies GetStaticPaths;

/** The sessions of an article's event for the reader's calendar: `/articles/<slug>/programme.ics`. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
	props: { slug, event, programme, dates },
}) =>
	new Response(programmeCalendar(event, programme, absolute(articlePath(slug)), dates), {
		headers: { 'content-type': 'text/calendar; charset=utf-8' },
	});
