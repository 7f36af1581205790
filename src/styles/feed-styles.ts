/** The style of a feed that is opened in a browser: its XML is the page. */
import { GREYS, type Scheme } from '../publisher/colours.ts';
import { site } from '../site.ts';
import { strings } from '../strings.ts';

const colours = (scheme: Scheme) =>
	`:root{--paper:${GREYS[scheme].paper};--ink:${GREYS[scheme].ink};--quiet:${GREYS[scheme].quiet};--accent:${site.colours.accent[scheme]}}`;

export function feedStyles(): string {
	return `${colours('light')}
@media (prefers-color-scheme:dark){${colours('dark')}}
rss:not([dir]){direction:rtl}
rss{display:block;min-height:100vh;background:var(--paper);color:var(--ink);font:1.125rem/1.8 "Noto Naskh Arabic","Geeza Pro","Traditional Arabic",serif}
channel{display:block;max-width:38rem;margin:auto;padding:2rem 1.25rem}
channel>*,item>*{display:none}
channel>title,channel>description,item,item>title,item>description{display:block}
channel>title{font-size:2rem;line-height:1.4;font-weight:bold}
channel>description{color:var(--quiet)}
channel>description::after{content:${JSON.stringify(strings.feedHelp)};display:block;margin-block:1rem;padding-block:1rem;border-block:1px solid;color:var(--ink)}
item{margin-block:1.75rem}
item>title{font-size:1.25rem;line-height:1.5;font-weight:bold}
item>a,channel>a{display:inline-block;min-height:1.5rem;padding-block:.5rem;color:var(--accent);text-underline-offset:.3em}
`;
}
