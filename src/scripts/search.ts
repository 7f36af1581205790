/** The page that searches: asks Pagefind for what the address says and shows what it finds. */
import { type Forms, inWords } from '../plural.ts';
import type { Fragment } from '../search/fragment.ts';
import {
	bestSentence,
	cutAround,
	marked,
	type Run,
	type Term,
	withCounted,
} from '../search/sentence.ts';
import { type Answer, ask, type Counts, type Engine, openEngine } from './search-engine.ts';

/** So many results are shown, and more at each press of the button. */
const LENGTH = 10;
/** So long is a question at most, in UTF-16 units: each of its words is looked up. */
const LONGEST = 200;
const FILTERS = ['topic', 'year', 'writer'] as const;

/** The words that the script says; `#` stands for a number, `*` for words of the reader. */
interface Words {
	locale: string;
	count: Forms;
	nearest: string;
	latest: string;
	none: string;
	missing: string;
	failed: string;
	waiting: string;
}

const part = <Kind extends HTMLElement = HTMLElement>(name: string) =>
	document.getElementById(name) as Kind;
const [status, advice, list, more, browse] = [
	part('search-status'),
	part('search-advice'),
	part<HTMLOListElement>('search-results'),
	part<HTMLButtonElement>('search-more'),
	part('search-browse'),
];
const template = part<HTMLTemplateElement>('search-result');
const words: Words = JSON.parse(part('search-output').dataset['words'] ?? '');
const form = document.querySelector('main form') as HTMLFormElement;
const field = form.elements.namedItem('q') as HTMLInputElement;
const select = (name: string) => form.elements.namedItem(name) as HTMLSelectElement;
const number = (value: number, useGrouping = true) =>
	new Intl.NumberFormat(words.locale, { useGrouping }).format(value);
const title = document.title;
let engine: Promise<Engine> | undefined;
/** The number of the last question: an answer to an earlier one comes too late. */
let last = 0;

/** Loads Pagefind once; a try that failed is made again at the next question. */
function load(): Promise<Engine> {
	engine ??= openWithFilters().catch((error: unknown) => {
		engine = undefined;
		throw error;
	});
	return engine;
}

async function openWithFilters(): Promise<Engine> {
	const opened = await openEngine(new URL('../pagefind/', form.action));
	for (const [name, values] of Object.entries(await opened.filters())) fill(name, values);
	return opened;
}

/**
 * Offers the values of a filter, years from the last, others by the alphabet; one alone is no
 * choice.
 */
function fill(name: string, values: Record<string, number>) {
	const all = Object.keys(values).sort((a, b) => a.localeCompare(b, words.locale));
	if (name === 'year') all.reverse();
	for (const value of all) select(name).add(new Option(value, value));
	const label = select(name).closest('label');
	if (label) label.hidden = all.length < 2;
}

/** Says behind each value of the filters how many of what was found it has. */
function tell(counts: Counts) {
	for (const name of FILTERS)
		for (const option of [...select(name).options].slice(1)) {
			const { value } = option;
			const shown = name === 'year' ? number(Number(value), false) : value;
			option.text = `${shown} (${number(counts[name]?.[value] ?? 0)})`;
		}
}

function write(element: Element | null, runs: readonly Run[]) {
	element?.append(
		...runs.map(({ text, marked }) =>
			marked
				? Object.assign(document.createElement('mark'), { textContent: text })
				: new Text(text),
		),
	);
}

function item({ url, content, meta }: Fragment & { url: string }, terms: readonly Term[]) {
	const copy = template.content.cloneNode(true) as DocumentFragment;
	const [link, time, writers] = [
		copy.querySelector('a'),
		copy.querySelector('time'),
		copy.querySelector('span'),
	];
	if (link) link.href = url;
	if (meta.kind) copy.firstElementChild?.classList.add('columnist');
	if (time) Object.assign(time, { dateTime: meta.published, textContent: meta.date });
	copy.querySelector('p')?.append(meta.topic);
	copy.querySelector('b')?.append(meta.dateline);
	if (meta.authors) writers?.append(meta.authors);
	else writers?.remove();
	write(link, marked(meta.headline, terms));
	const sentence = cutAround(bestSentence(content, terms), terms);
	write(copy.querySelector('p + * + p'), marked(withCounted(sentence), terms));
	return copy;
}

/** Shows the next results. After a press of the button the focus moves to the first new one. */
async function show({ found, terms }: Answer, mine: number, pressed = false) {
	const from = list.children.length;
	const next = await Promise.all(found.slice(from, from + LENGTH).map((one) => one.data()));
	if (mine !== last) return;
	list.append(...next.map((one) => item(one, terms)));
	list.hidden = !list.firstChild;
	more.hidden = list.children.length >= found.length;
	if (pressed) list.children[from]?.querySelector('a')?.focus();
}

function say({ found, terms, missing }: Answer) {
	const count = found.length;
	const lost = missing.length > 0 && count > 0;
	status.textContent = [
		count > 0 ? inWords(count, words.count, number(count)) : words.none,
		...(count > 1 ? [terms.length > 0 ? words.nearest : words.latest] : []),
		...(lost ? [words.missing.replace('*', missing.join('، '))] : []),
	].join(' ');
	advice.hidden = count > 0;
	browse.hidden = count > 0;
}

/** Answers what the address asks. */
async function answer() {
	const mine = ++last;
	const asked = new URLSearchParams(location.search);
	const query = (asked.get('q') ?? '').slice(0, LONGEST).trim();
	// The first call leaves the field: a reader may have typed before the script came.
	if (query || mine > 1) field.value = query;
	document.title = query ? `${query} · ${title}` : title;
	list.replaceChildren();
	more.hidden = true;
	advice.hidden = true;
	browse.hidden = false;
	status.textContent = '';
	const chosen = FILTERS.flatMap((name) => {
		const value = asked.get(name);
		return value ? [[name, value] as const] : [];
	});
	try {
		if (!query && chosen.length === 0) {
			const counts = await (await load()).filters();
			if (mine === last) tell(counts);
			return;
		}
		status.textContent = words.waiting;
		const given = await ask(await load(), query, Object.fromEntries(chosen));
		if (mine !== last) return;
		for (const name of FILTERS) select(name).value = asked.get(name) ?? '';
		tell(given.counts);
		say(given);
		more.onclick = () => void show(given, mine, true);
		await show(given, mine);
	} catch (error) {
		console.error(error);
		if (mine === last) status.textContent = words.failed;
	}
}

function submit() {
	const given = [...new FormData(form)].filter(([, value]) => String(value).trim() !== '');
	const query = new URLSearchParams(given.map(([name, value]) => [name, String(value).trim()]));
	history.pushState(null, '', `${location.pathname}${given.length > 0 ? `?${query}` : ''}`);
	answer();
}
form.onsubmit = (event) => {
	event.preventDefault();
	submit();
};
for (const name of FILTERS) select(name).onchange = submit;
addEventListener('popstate', () => void answer());
answer();
