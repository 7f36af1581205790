import type { z } from 'astro/zod';
import { isBefore, isSame, precision } from './dates.ts';
import type { EventFacts } from './event.ts';
import { dated, LATEST } from './frontmatter-fields.ts';

/**
 * Cross-field rules of an event; each message says what to write. They also run when single
 * fields are invalid (those are reported separately), so a value may have any type.
 */
export function judgeEvent(facts: EventFacts, context: z.RefinementCtx): void {
	const { starts, status, was, mode, online, venue, venues, opening } = facts;
	const say = (path: PropertyKey[], message: string) =>
		context.addIssue({ code: 'custom', path, message });
	/** For examples. */
	const day = dated(starts) ? starts : '2026-05-10';

	for (const [path, first, last] of [
		[['ends'], starts, facts.ends],
		[['was', 'ends'], was?.starts, was?.ends],
	] as const) {
		if (!dated(first) || !dated(last)) continue;
		if (precision(first) !== precision(last))
			say([...path], 'اكتب starts و ends بصيغة واحدة: يومين، أو شهرين، أو وقتين بإزاحتهما.');
		else if (isBefore(last, first)) say([...path], 'النهاية ends قبل البداية starts. صحّح أحدهما.');
	}

	if (was?.ends && !was.starts) say(['was', 'starts'], 'اكتب مع was.ends البداية السابقة starts.');
	const changed = status === 'postponed' || status === 'moved';
	if (was && !changed) say(['was'], 'اكتب مع was ما طرأ: status: postponed أو moved. أو احذفه.');
	if (facts.statusNote && (!status || status === 'scheduled'))
		say(['statusNote'], 'statusNote يشرح ما طرأ على الحدث. اكتب معه status، أو احذفه.');
	if (status === 'postponed' && was?.starts === undefined)
		say(
			['was'],
			`الحدث مؤجَّل ولا يُعرف موعده السابق. أضف تحت event سطرًا مثل: was: { starts: ${day} } ثم اكتب الموعد الجديد في starts، أو اتركه كما هو إن لم يُعرف بعد.`,
		);
	if (status === 'moved' && was?.starts === undefined && was?.venue === undefined)
		say(
			['was'],
			`تغيّر الحدث ولا يُعرف ما كان. أضف تحت event سطرًا مثل: was: { starts: ${day} } إن تغيّر موعده، أو was: { venue: قصر الثقافة في عمّان } إن تغيّر مكانه.`,
		);
	if (
		status === 'moved' &&
		!was?.venue &&
		dated(was?.starts) &&
		dated(starts) &&
		isSame(was.starts, starts)
	)
		say(['was', 'starts'], 'هذا هو الموعد نفسه في starts. اكتب الجديد هناك والسابق هنا.');

	if (venue && venues) say(['venues'], 'اكتب venue لمكان واحد أو venues لعدة أماكن، لا كليهما.');
	if (mode === 'online') {
		if (venue || venues) say(['mode'], 'للحدث مكان وهو online. اكتب mode: mixed، أو احذف المكان.');
	} else if (!venue && !venues)
		say(
			['venue'],
			'مكان الحدث ناقص. أضف تحت event سطرًا مثل: venue: { name: قصر الثقافة, city: عمّان, country: الأردن, countryCode: JO } أو اكتب mode: online إن كان عبر الإنترنت وحدها.',
		);
	if ((mode === 'online' || mode === 'mixed') && !online)
		say(
			['online'],
			'لا يُعرف أين يُتابَع الحدث عبر الإنترنت. أضف تحت event سطرًا مثل: online: { platform: زووم, url: https://meet.example/42 }',
		);
	if (online && (mode === undefined || mode === 'in-person'))
		say(
			['online'],
			'اكتب مع online كيف يُحضَر الحدث: mode: online إن كان عبر الإنترنت وحدها، أو mode: mixed إن كان له مكان أيضًا.',
		);

	if (Array.isArray(opening))
		for (const [index, hours] of opening.entries())
			if (hours?.to === hours?.from || (hours?.to < hours?.from && hours?.to > LATEST))
				say(['opening', index, 'to'], 'ساعة الإغلاق to قبل ساعة الفتح from. صحّح إحداهما.');
	if (facts.price && facts.free) say(['free'], 'للدخول ثمن وهو مجاني. احذف price أو free.');
}
