import { absolute, path } from '../address/urls.ts';
import { escapeHtml } from '../article/text.ts';
import { site } from '../site.ts';
import { strings } from '../strings.ts';
import { PREVIEWERS, type Preview, type Previewer, readHead, SEARCH } from './previewers.ts';

/** Their names in the page, in its order. */
const NAMES: Record<string, string> = {
	WhatsApp: strings.shareWhatsApp,
	Telegram: strings.shareTelegram,
	X: strings.shareX,
	Facebook: strings.shareFacebook,
	LinkedIn: strings.shareLinkedIn,
	Slack: 'سلاك',
	iMessage: 'رسائل آبل',
	Discover: 'غوغل ديسكفر',
	Search: 'نتيجة بحث',
};

/** What each is made of, from top to bottom; a class of the style below gives it its look. */
const PARTS: Record<string, readonly (keyof typeof PART)[]> = {
	WhatsApp: ['picture', 'title', 'description', 'host'],
	Telegram: ['site', 'title', 'description', 'picture'],
	X: ['picture', 'title', 'host'],
	Facebook: ['picture', 'host', 'title', 'description'],
	LinkedIn: ['picture', 'title', 'host'],
	Slack: ['site', 'title', 'description', 'picture'],
	iMessage: ['picture', 'title', 'host'],
	Discover: ['picture', 'site', 'title'],
	Search: ['site', 'host', 'title', 'description'],
};

const line = (name: string, text: string | undefined, lines = 1) =>
	text
		? `<p class="${name}" dir="auto" style="-webkit-line-clamp:${lines}">${escapeHtml(text)}</p>`
		: '';
const PART = {
	// The dev server has the picture; at its own address it is not yet.
	picture: ({ picture }: Preview, { shape }: Previewer['shown']) =>
		picture
			? `<img alt="" src="${escapeHtml(picture.replace(absolute('/'), path('/')))}"${shape ? ` style="aspect-ratio:${shape}"` : ''}>`
			: '',
	title: ({ title }: Preview, { title: lines }: Previewer['shown']) => line('title', title, lines),
	description: ({ description }: Preview, { description: lines }: Previewer['shown']) =>
		lines ? line('description', description, lines) : '',
	host: ({ address }: Preview) => line('host', URL.parse(address)?.host),
	site: () => line('site', site.name),
};

/** The preview of one previewer in light and dark. */
function figure(name: string, preview: Preview, { shown }: Pick<Previewer, 'shown'>): string {
	const parts = (PARTS[name] ?? []).map((part) => PART[part](preview, shown)).join('');
	const card = (scheme: string) =>
		`<div class="ground ${scheme}"><div class="card ${name}" style="inline-size:${shown.width}px">${parts}</div></div>`;
	return `<section><h2>${NAMES[name] ?? name}</h2><div class="pair">${card('light')}${card('dark')}</div></section>`;
}

const STYLE = `
:root{color-scheme:light dark;font:1rem/1.6 'Noto Naskh Arabic','Noto Sans Arabic',system-ui,sans-serif}
body{margin:0 auto;padding:1.5rem 1.25rem 4rem;max-inline-size:68rem}
h1{font-size:2rem;line-height:1.4;text-wrap:balance;margin:0}h2{font-size:1.25rem;line-height:1.5;margin:2.5rem 0 .75rem;padding-block-start:.5rem;border-block-start:1px solid #8886}p{margin:0}a{color:inherit;text-underline-offset:.35em}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(20rem,100%),1fr));gap:.75rem}
.ground{padding:1.25rem;border:1px solid #8884;min-inline-size:0}
.card{margin-inline:auto;max-inline-size:100%;box-sizing:border-box;overflow:hidden;font:15px/1.4 system-ui,sans-serif}
.card p{display:-webkit-box;-webkit-box-orient:vertical;overflow:hidden;overflow-wrap:anywhere}
.card .host{direction:ltr;text-align:end}
.card img{display:block;inline-size:100%;object-fit:cover}
.light{--ground:#fff;--ink:#111b21;--quiet:#5b6770;--tint:#f0f2f5;--link:#1d4ed8;background:var(--ground);color:var(--ink)}
.dark{--ground:#0b0f12;--ink:#e9edef;--quiet:#9aa4ab;--tint:#1f262b;--link:#8ab4f8;background:var(--ground);color:var(--ink)}
.title{font-weight:600}.description,.host{color:var(--quiet);font-size:13px}.site{font-size:13px}
.WhatsApp{--tint:#cdf2c6;background:#d9fdd3;border-radius:8px;padding:4px}.dark .WhatsApp{background:#005c4b}
.light:has(.WhatsApp){--ground:#efeae2}
.WhatsApp p{padding-inline:8px}.WhatsApp .title{padding-block-start:6px}.dark .WhatsApp :is(.description,.host){color:#b7d5cd}.light .WhatsApp :is(.description,.host){color:#48604f}.WhatsApp img{border-radius:6px}
.Telegram,.Slack{border-inline-start:3px solid #3390ec;padding:4px 10px}.Telegram .site{color:#1b6fbf;font-weight:600}.dark .Telegram .site{color:#6ab3f3}
.Telegram .description{color:inherit;font-size:15px}.Telegram img,.Slack img{border-radius:6px;margin-block-start:6px}
.Slack{border-color:#8886}.Slack .site{font-weight:700}.Slack .title,.Search .title{color:var(--link)}.Slack .description{color:inherit;font-size:15px}
.X{position:relative}.X img,.Discover img{border:1px solid #8884;box-sizing:border-box}.X img{border-radius:16px}.X .title{position:absolute;inset-inline:12px;inset-block-end:34px;font-weight:400;font-size:13px;color:#fff;background:#000c;border-radius:4px;padding:0 6px;inline-size:fit-content;max-inline-size:calc(100% - 36px)}.X .host{padding-block-start:4px}
.Facebook,.LinkedIn{background:var(--tint);border:1px solid #8883;padding-block-end:10px}.Facebook p,.LinkedIn p{padding-inline:12px}.Facebook p:first-of-type,.LinkedIn p:first-of-type{padding-block-start:10px}.Facebook .host{text-transform:uppercase}
.iMessage{background:var(--tint);border-radius:18px;padding-block-end:10px}.iMessage p{padding-inline:12px}.iMessage .title{padding-block-start:8px;font-size:14px}
.Discover img{border-radius:12px}.Discover .site{color:var(--quiet);padding-block-start:8px}.Discover .title{font-size:18px;font-weight:500}
.Search .title{font-size:20px;font-weight:400}.Search .description{font-size:14px}
`;

/**
 * The page that shows how an article looks in messengers, networks and a search.
 * @param html The article's own page: they read nothing else.
 */
export function previewPage(html: string): string {
	const whole = readHead(html);
	const all: Record<string, Pick<Previewer, 'show' | 'shown' | 'reads'>> = {
		...PREVIEWERS,
		Search: SEARCH,
	};
	const figures = Object.keys(NAMES).flatMap((name) => {
		const previewer = all[name];
		if (!previewer) return [];
		// Of a long page some read only the beginning.
		const head = previewer.reads
			? readHead(Buffer.from(html).subarray(0, previewer.reads).toString())
			: whole;
		return figure(name, previewer.show(head), previewer);
	});
	const { title, address } = SEARCH.show(whole);
	return `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>كيف يظهر عند المشاركة · ${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>كيف يظهر المقال عند المشاركة</h1>
<p><a href="${escapeHtml(address.replace(absolute('/'), path('/')))}">العودة إلى المقال</a></p>
${figures.join('\n')}
<script type="module" src="${path('/@vite/client')}"></script>
</body>
</html>
`;
}
