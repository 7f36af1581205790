/**
 * The part of the style sheet that follows from the facts of the site: wordmark, colours, sections,
 * digits.
 */
import { SECTION_IDS } from '../article/sections.ts';
import { length } from '../fields.ts';
import { GREYS, type Scheme } from '../publisher/colours.ts';
import { site } from '../site.ts';

type Facts = Pick<typeof site, 'name' | 'logo' | 'colours' | 'digits'>;

const ids: readonly string[] = SECTION_IDS;

/**
 * Custom properties of one scheme: greys, accent, and the sections that have a colour of their own.
 */
function properties({ colours }: Facts, scheme: Scheme): string {
	const own = ids.flatMap((id) => (colours[id] ? [[id, colours[id][scheme]]] : []));
	return Object.entries({
		...GREYS[scheme],
		accent: colours.accent[scheme],
		...Object.fromEntries(own),
	})
		.map(([name, value]) => `--${name}:${value};`)
		.join('');
}

/** The colours of both schemes. A section, links to it and summaries of it share a colour. */
function colourRules(facts: Facts): string {
	const others = ids.filter((id) => !facts.colours[id]);
	const own = ids.filter((id) => facts.colours[id]);
	return [
		`:root{${properties(facts, 'light')}${others.map((id) => `--${id}:var(--accent);`).join('')}}`,
		`@media (prefers-color-scheme:dark){:root{${properties(facts, 'dark')}}}`,
		...own.map((id) => `#${id},.${id},[href='#${id}']{--accent:var(--${id})}`),
	].join('\n');
}

/** On paper all colours are black. */
const printColours = (facts: Facts) =>
	['quiet', 'accent', ...ids.filter((id) => facts.colours[id])]
		.map((name) => `--${name}:#000;`)
		.join('');

/**
 * The font size of a long name: shrinks in a narrow window down to text size, then the name wraps.
 * A letter is about 0.45 em.
 */
function wordmark({ name, logo }: Facts): string {
	const letters = length(name);
	return logo || letters <= SHORT
		? ''
		: `font-size:1.25rem;font-size:clamp(1.25rem,calc((100vw - 2.5rem)/${Math.ceil(letters * 0.45)}),1.75rem);text-wrap:balance;`;
}

/**
 * The same of a short name over the first page of a phone: larger than any headline, as far as the
 * day has room beside it.
 */
function frontWordmark({ name, logo }: Facts): string {
	const letters = length(name);
	return logo || letters > SHORT
		? ''
		: `font-size:clamp(1.75rem,calc((100vw - 14.5rem)/${(letters * 0.4).toFixed(1)}),2.75rem);`;
}

/** Names up to this length fit a window of 280 px. */
export const SHORT = 18;

/** The view timeline of each section drives the links to it. */
const timelines = () =>
	[
		`.story{timeline-scope:${ids.map((id) => `--${id}`).join(',')}}`,
		...ids.flatMap((id) => [
			`#${id}{view-timeline:--${id}}`,
			`.contents-bar [href='#${id}']{animation-timeline:--${id}}`,
		]),
		`${ids.map((id) => `#${id}`).join(',')}{view-timeline-inset:5rem calc(100% - 5.5rem)}`,
	].join('\n');

/**
 * The style sheet with the facts of a site set in.
 * @param css has `@site colours;`, `@site wordmark;`, `@site front-wordmark;`,
 * `@site print-colours;` and `@site timelines;`, and counts in Latin digits. Of the other sheets
 * the first page's has one of these; all count.
 */
export function setFacts(css: string, facts: Facts): string {
	const set = css
		.replace('@site colours;', () => colourRules(facts))
		.replace('@site wordmark;', () => wordmark(facts))
		.replace('@site front-wordmark;', () => frontWordmark(facts))
		.replace('@site print-colours;', () => printColours(facts))
		.replace('@site timelines;', timelines);
	if (facts.digits === 'latn') return set;
	return set
		.replaceAll('list-style: decimal', 'list-style: arabic-indic')
		.replace(/\bcounter\((\w+)\)/g, 'counter($1, arabic-indic)');
}

/**
 * Where the faces come with the page: where a pointer hovers, and on tablets. The others are narrow
 * and touched.
 */
export const WITH_FACES = '(hover),(min-width:40rem)';

/** A Vite plugin for it. It must run before Tailwind's. */
export default function siteStyles() {
	return {
		name: 'site-styles',
		enforce: 'pre' as const,
		transform: (code: string, id: string) =>
			/\/styles\/[\w-]+\.css(?:\?|$)/.test(id) ? setFacts(code, site) : undefined,
	};
}
