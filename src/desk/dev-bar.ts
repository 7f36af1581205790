import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { MiddlewareHandler } from 'astro';
import { z } from 'astro/zod';
import { path } from '../address/urls.ts';
import { formatDate } from '../article/date-words.ts';
import { now, publicationOf } from '../article/dates.ts';
import { articleEntry, articleEntrySchema } from '../article/entry.ts';
import type { Readable } from '../article/loader.ts';
import { readContent } from '../article/read.ts';
import { digestOf } from '../cache.ts';
import { isBlocking } from '../problems.ts';
import { site } from '../site.ts';
import { contentProblems } from './content.ts';
import { fileOf, versionOf } from './dev.ts';
import { barHtml } from './dev-pages.ts';

const ROOT = new URL('../../', import.meta.url);

/** Puts the bar under every article in `npm run dev`; the integration adds it there alone. */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
	const file = fileOf(url.pathname);
	if (!file?.startsWith('content/articles/')) return next();
	// Read before rendering: a save in between must not give the page the ETag of
	// a text it does not show.
	const source = await readFile(new URL(file, ROOT), 'utf8').catch(() => undefined);
	const slug = url.pathname.split('/').at(-2) ?? '';
	// Imported at each request: a module that is not loaded anew keeps its old store.
	const { getEntry } = await import('astro:content');
	const stored = await getEntry('articles', slug);
	const response = await next();
	if (response.status !== 200 || source === undefined) return response;
	const reading = readContent(file, source);
	const folder = fileURLToPath(new URL('content/articles/', ROOT));
	const entry =
		reading.body && articleEntrySchema(z.any).safeParse(articleEntry(reading as Readable, folder));
	if (!entry?.success || stored?.digest !== digestOf(reading.source)) {
		// The article was broken, or Astro had not read it yet. Without the bar
		// nothing polls: reload soon.
		response.headers.set('refresh', '1');
		return response;
	}
	const { words, minutes, facts } = entry.data;
	const problems = await contentProblems(ROOT, file);
	const warnings = problems.filter((problem) => !isBlocking(problem));
	const tag = versionOf(source, problems);
	const preview = path(`/_preview/${slug}/`);
	const { draft, published, withdrawn } = facts;
	const later = publicationOf(facts) > now() && formatDate(published, site.timeZone);
	const state = draft
		? 'مسودة'
		: withdrawn
			? 'سُحب بعد نشره'
			: later
				? `يُنشر في ${later}`
				: undefined;
	const bar = barHtml({ words, minutes, state, warnings, preview, tag });
	const html = (await response.text()).replace(/(?=<\/body>)/, () => bar);
	return new Response(html, response);
};
