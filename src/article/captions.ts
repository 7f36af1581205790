import { strings } from '../strings.ts';

/** Credits that already have a label: «بعدسة …», «أرشيف», «رسم …», «©», or words with a colon. */
const LABELLED = /^(?:\p{L}+\s?){1,3}:|^(?:بعدسة|عدسة|أرشيف|من أرشيف|الأرشيف|رسم|©)(?!\p{L})/u;

/** The credit of a picture with its word: «تصوير: لينا مراد». One that has a word keeps it. */
export function creditLine(credit: string): string {
	const name = credit.replace(/^تصوير(?:\s*:\s*|\s+)/u, '').trim();
	return name === credit && LABELLED.test(name) ? name : `${strings.photo}: ${name}`;
}

/** The line under a picture; empty where there is nothing to say. */
export function caption({
	caption = '',
	credit = '',
}: {
	caption?: string | undefined;
	credit?: string | undefined;
}): string {
	const said = caption.trim();
	if (!credit.trim()) return said;
	const by = creditLine(credit.trim());
	// The words may say it themselves: «القافلة (تصوير: سيدي محمد)».
	const name = RegExp.escape(by.replace(/^\p{L}+:\s*/u, ''));
	if (new RegExp(`(?:تصوير|عدسة|©)[:\\s]*${name}(?![\\p{L}\\p{M}])`, 'u').test(said)) return said;
	// The dash replaces the full stop, and begins no line; line-ends.ts keeps what follows together.
	return said ? `${said.replace(/(?<!\.)\.$/, '')}\u00A0– ${by}` : by;
}
