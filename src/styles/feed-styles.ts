/** The style of a feed that is opened in a browser: its XML is the page. */
import { schemeRules } from '../publisher/colours.ts';
import { site } from '../site.ts';
import { strings } from '../strings.ts';
import digits from './fonts.css?inline';
import letters from './more-letters.css?inline';

export function feedStyles(): string {
	// It is one page, and nothing of it waits: a face that comes late is shown, too.
	return `${(letters + digits).replaceAll('font-display:optional', 'font-display:swap')}
${schemeRules(site.colours.accent)}
rss:not([dir]){direction:rtl}
rss{display:block;min-height:100vh;background:var(--paper);color:var(--ink);font:1.125rem/1.75 Naskh,"Naskh Digits","Noto Naskh Arabic","Geeza Pro","Traditional Arabic",serif}
channel{display:block;max-width:42rem;margin:auto;padding:2rem 1.25rem 4rem}
channel>*,item>*{display:none}
channel>title,channel>description,item>title,item>description{display:block}
channel>title,item>title{font-weight:700;text-wrap:balance}
channel>title{font-size:2.375rem;line-height:1.4}
channel>description{font-size:1.375rem;line-height:1.6;color:var(--quiet)}
channel>description::after{content:${JSON.stringify(strings.feedHelp)};display:block;margin-block:1.5rem 1rem;padding-block:.75rem;border-block:1px solid var(--hair);font-size:1.125rem;line-height:1.75;color:var(--ink)}
channel>a{font-weight:700}
item{display:grid;margin-top:1.25rem;padding-top:1.25rem;border-top:1px solid var(--hair);break-inside:avoid}
a+item{border-top:2px solid}
item>category{display:block;order:-1;font-size:1rem;font-weight:700;color:var(--accent)}
item>category~category{display:none}
item>title{font-size:1.5rem;line-height:1.5}
item>description{margin-top:.25rem;color:var(--quiet)}
item>a,channel>a{display:inline-block;justify-self:start;min-height:1.5rem;padding-block:.5rem;color:var(--accent);text-underline-offset:.35em;text-decoration-thickness:1px}
@media print{item>a,channel>a,channel>description::after{display:none}}
`;
}
