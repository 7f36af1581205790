import type { z } from 'astro/zod';
import { isTimeZone } from '../fields.ts';
import { isBefore, localDate } from './dates.ts';
import { dated } from './frontmatter-fields.ts';
import type { ArticleFacts } from './schema.ts';

/**
 * Cross-field rules of an article; each message says what to write. They also run when single
 * fields are invalid (those are reported separately), so a value may have any type.
 */
export function judgeArticle(facts: ArticleFacts, context: z.RefinementCtx): void {
	const say = (path: PropertyKey[], message: string) =>
		context.addIssue({ code: 'custom', path, message });
	judgeChanges(facts, say);
	judgeProgramme(facts, say);
}

type Say = (path: PropertyKey[], message: string) => void;

/** Nothing changes before it is published. */
function judgeChanges(facts: ArticleFacts, say: Say): void {
	const { published, updated, withdrawn } = facts;
	const isEarly = (date: unknown) => dated(date) && dated(published) && isBefore(date, published);
	for (const [key, name] of [
		['corrections', 'date'],
		['updates', 'at'],
	] as const) {
		const changes: unknown = facts[key];
		for (const [index, change] of Array.isArray(changes) ? changes.entries() : [])
			if (isEarly(Object(change)[name]))
				say([key, index, name], 'تاريخه قبل published. صحّح أحدهما.');
	}
	if (isEarly(withdrawn?.date))
		say(['withdrawn', 'date'], 'تاريخ السحب قبل published. صحّح أحدهما.');
	if (isEarly(updated)) say(['updated'], 'تاريخ updated قبل published. صحّح أحدهما.');
}

/** Programme days must fall within the event, and session times need the event's time zone. */
function judgeProgramme({ event, forum }: ArticleFacts, say: Say): void {
	if (!Array.isArray(forum?.programme)) return;
	const timed = forum.programme.findIndex((day) => day?.sessions !== undefined);
	if (event === undefined && timed >= 0)
		say(
			['forum', 'programme', timed, 'sessions'],
			'أوقات الجلسات بتوقيت الحدث، ولا حدث في البيانات. أضف event وفيه timeZone، أو اكتب items بلا أوقات.',
		);
	const { starts, ends = starts, timeZone } = event ?? {};
	if (!dated(starts) || !dated(ends) || !isTimeZone(timeZone)) return;
	const first = localDate(starts, timeZone);
	const last = localDate(ends, timeZone);
	for (const [index, day] of forum.programme.entries())
		if (dated(day?.date) && (isBefore(day.date, first) || isBefore(last, day.date)))
			say(
				['forum', 'programme', index, 'date'],
				`التاريخ خارج أيام الحدث (من ${first} إلى ${last}).`,
			);
}
