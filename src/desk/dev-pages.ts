/**
 * What `npm run dev` shows beside the site itself: the page of a broken article, and the bar of a
 * sound one.
 */

import { escapeHtml } from '../article/text.ts';
import { inWords } from '../plural.ts';
import { describe, ERRORS, isBlocking, type Problem, placeInFile } from '../problems.ts';
import { schemeRules } from '../publisher/colours.ts';
import { counted } from '../publisher/numbers.ts';
import { site } from '../site.ts';
import { strings } from '../strings.ts';

const WARNINGS = {
	one: 'تنبيه واحد',
	two: 'تنبيهان',
	few: '# تنبيهات',
	many: '# تنبيهًا',
	other: '# تنبيه',
};
const WORDS = { one: 'كلمة واحدة', two: 'كلمتان', few: '# كلمات', other: '# كلمة' };

/** A message within HTML. Names and code in it are Latin: each run keeps its own order. */
const message = (text: string): string =>
	text
		.split(/([!-~]*[A-Za-z][!-~]*(?: [!-~]*[A-Za-z][!-~]*)*(?<![.,:]))/)
		.map((part, index) =>
			index % 2 ? `<bdi dir="ltr">${escapeHtml(part)}</bdi>` : escapeHtml(part),
		)
		.join('');

/** Problems as a list: where, which key, what and how to mend it, and the line as it stands. */
function list(problems: readonly Problem[], source: string): string {
	const lines = source.split(/\r?\n/);
	const items = problems.map((problem) => {
		const { line, field } = problem;
		const written = (line && lines[line - 1]?.trim()) || '';
		// A missing key has no line of its own: its problem has the line of another key.
		const [key = ''] = /[A-Za-z]\w*(?=[^A-Za-z]*$)/.exec(field ?? '') ?? [];
		const isItsOwn = written.includes(key) || !/^\w+:/.test(written);
		return `<li><p class="place"><bdi dir="ltr">${escapeHtml(placeInFile(problem))}</bdi>${field ? ` · <bdi dir="ltr">${escapeHtml(field)}</bdi>` : ''}</p><p>${message(problem.message)}</p>${written && isItsOwn ? `<pre dir="${/^[!<{[a-z]/i.test(written) ? 'ltr' : 'rtl'}">${escapeHtml(written.slice(0, 300))}</pre>` : ''}</li>`;
	});
	return `<ul>${items.join('')}</ul>`;
}

/**
 * Polls the address, and reloads the page once when it has changed: a second reload would drop a
 * slow first one.
 */
const watch = (tag: string) =>
	`{const ask=async()=>{const r=await fetch(location.href,{method:'HEAD',cache:'no-store'}).catch(()=>0);if(r&&(r.ok||r.status===422)&&r.headers.get('etag')!=='${tag}')location.reload();else setTimeout(ask,400)};setTimeout(ask,400)}`;

/**
 * The page that stands at the address of a broken article. It reloads by itself once its ETag is
 * not `tag` any more.
 */
export function errorPage(
	file: string,
	source: string,
	problems: readonly Problem[],
	tag = '',
): string {
	const errors = problems.filter(isBlocking);
	const warnings = problems.filter((problem) => !isBlocking(problem));
	return `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${inWords(errors.length, ERRORS)} · ${escapeHtml(file)}</title>
<style>
:root{color-scheme:light dark}
${schemeRules(site.colours.accent)}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.75 'Noto Naskh Arabic','Noto Sans Arabic',system-ui,sans-serif;overflow-wrap:anywhere}
main{max-inline-size:46rem;margin-inline:auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.5rem;line-height:1.5;margin-block:0 .25rem}h2{font-size:1.125rem;margin-block:2rem 0}
p{margin-block:.25rem}.quiet{color:var(--quiet)}
ul{list-style:none;padding:0;margin-block:1rem 0}
li{border-block-start:1px solid var(--hair);padding-block:.75rem}
.place{font:.875rem/1.6 ui-monospace,monospace;color:var(--accent)}
pre{margin-block:.5rem 0;padding:.5rem .75rem;border-inline-start:3px solid var(--accent);background:color-mix(in srgb,var(--ink) 6%,var(--paper));white-space:pre-wrap;font:.9375rem/1.7 ui-monospace,monospace}
</style>
</head>
<body>
<main>
<h1>${inWords(errors.length, ERRORS)} في <bdi dir="ltr">${escapeHtml(file)}</bdi></h1>
<p class="quiet">صحّح الملف واحفظه، فتظهر الصفحة هنا وحدها. وبقية الموقع تعمل بدونه.</p>
${problems.some(({ mendable }) => mendable) ? '<p>بعض ما يلي يُصحَّح آليًا: <bdi dir="ltr"><code>npm run fix</code></bdi></p>' : ''}
${list(errors, source)}
${warnings.length > 0 ? `<h2>${inWords(warnings.length, WARNINGS)}</h2>${list(warnings, source)}` : ''}
</main>
<script>${watch(tag)}</script>
</body>
</html>
`;
}

/** What the bar tells of a sound article. */
export interface BarFacts {
	words: number;
	minutes: number;
	/** Why it is not published as it stands: a draft, to come, withdrawn. */
	state: string | undefined;
	warnings: readonly Problem[];
	/** The href of the preview of sharing. */
	preview: string;
	/** The ETag of what is shown. */
	tag: string;
}

/**
 * The bar under a sound article or page. Its rules are its own: nothing of it is in the style of
 * the site.
 */
export function barHtml({ words, minutes, state, warnings, preview, tag }: BarFacts): string {
	const facts = [
		state ? `<strong>${message(state)}</strong>` : '',
		inWords(words, WORDS),
		`${strings.reading}: ${counted(minutes, strings.minutes)}`,
	].filter(Boolean);
	const items = warnings.map((warning) => `<li>${message(describe(warning))}</li>`).join('');
	return `<aside id="desk-bar" aria-label="لوحة المحرر">
<style>
#desk-bar{position:sticky;inset-block-end:0;z-index:9;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:baseline;padding:.5rem 1rem;font:.875rem/1.7 system-ui,sans-serif;background:var(--ink);color:var(--paper)}
#desk-bar a{color:inherit}#desk-bar summary{cursor:pointer}
#desk-bar ul{margin:.25rem 0 0;padding-inline-start:1rem;max-block-size:40vh;overflow:auto;overflow-wrap:anywhere;list-style:disc}
@media print{#desk-bar{display:none}}
</style>
${facts.map((fact) => `<span>${fact}</span>`).join('\n')}
${items ? `<details><summary>${inWords(warnings.length, WARNINGS)}</summary><ul>${items}</ul></details>` : '<span>لا تنبيهات</span>'}
<a href="${escapeHtml(preview)}">كيف يظهر عند المشاركة</a>
<script>${watch(tag)}</script>
</aside>`;
}
