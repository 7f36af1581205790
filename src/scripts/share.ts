/**
 * What the share row can do with script: the device's own dialog, copying, section addresses,
 * quoting. What cannot work is not added.
 */
import { addButton } from './add-button.ts';
import { textFragment, wordEdge } from './text-fragment.ts';

/**
 * In ms: how long a message is shown; how long to wait after a selection changes, for a tap on a
 * button clears it first on phones.
 */
const SHOWN = 6000;
const TAP = 300;
/** For private use, so in no page. */
const MARK = '\uE000';

/**
 * The page's visible text, a line a block, and where in it a range begins and ends, extended to
 * whole words. Inserts two marks for a moment.
 */
function wholeWords(range: Range): [page: string, start: number, end: number] {
	const [first, last] = [new Text(MARK), new Text(MARK)];
	const end = range.cloneRange();
	end.collapse();
	end.insertNode(last);
	range.insertNode(first);
	const [before = '', within = '', after = ''] = document.body.innerText.split(MARK);
	first.remove();
	last.remove();
	document.body.normalize();
	const page = before + within + after;
	return [
		page,
		wordEdge(page, before.length, -1),
		wordEdge(page, before.length + within.length, 1),
	];
}

type Words = Record<'share' | 'quote' | 'field' | 'copied' | 'copy' | 'refused', string>;

/** The words of the buttons and what is said are in the data of `bar`. */
function share(bar: HTMLElement, status: Element, { href }: HTMLLinkElement) {
	const {
		share: sharing,
		quote: quoting,
		field: title,
		copied,
		copy: copying,
		refused,
	} = bar.dataset as Words;
	const field = Object.assign(document.createElement('textarea'), {
		title,
		hidden: true,
		readOnly: true,
		rows: 3,
		dir: 'auto',
	});
	bar.prepend(field);
	const quote = addButton(bar, quoting);
	quote.hidden = true;
	let timer: ReturnType<typeof setTimeout> | undefined;

	function say(words = '') {
		clearTimeout(timer);
		status.textContent = words;
		timer = setTimeout(say, SHOWN);
	}

	async function copy(text: string) {
		try {
			await navigator.clipboard.writeText(text);
		} catch {
			// No such clipboard, or refused: the old way; and where that is refused too, the reader's
			// own.
			const focused = document.activeElement as HTMLElement;
			field.value = text;
			field.hidden = false;
			field.select();
			if (!document.execCommand('copy')) {
				clearTimeout(timer);
				status.textContent = refused;
				return;
			}
			field.blur();
			focused.focus();
		}
		say(copied);
	}
	field.onblur = () => {
		field.hidden = true;
		say();
	};

	/**
	 * By the device's own dialog; copied where there is none, or where it fails. A reader who changes
	 * his mind is told nothing.
	 */
	async function send(text: string, url: string) {
		try {
			await navigator.share({ title: document.title, text, url });
		} catch (error) {
			if ((error as Error).name !== 'AbortError') await copy((text && `${text}\n`) + url);
		}
	}

	for (const row of document.querySelectorAll('.share')) {
		const label = row.firstElementChild;
		addButton(row, copying, () => copy(href));
		if ('share' in navigator) addButton(row, sharing, () => send('', href));
		if (label) row.prepend(label);
	}
	for (const link of document.querySelectorAll<HTMLAnchorElement>('.self')) {
		link.onclick = () => void copy(href + link.hash);
		// Without script it is a link to the section, and its name says so; now it says that it copies,
		// too.
		link.title = `${copying}: ${link.getAttribute('aria-label')}`;
		link.ariaLabel = link.title;
	}

	if ('fragmentDirective' in document)
		document.onselectionchange = () =>
			setTimeout(() => {
				const selection = getSelection();
				const text = `${selection}`;
				quote.hidden =
					document.activeElement === field ||
					!text.trim() ||
					!bar
						.closest('article')
						?.contains(selection?.getRangeAt(0).commonAncestorContainer ?? null);
				if (quote.hidden || !selection) return;
				const range = selection.getRangeAt(0);
				quote.onclick = () => {
					// A passage is found with its numbers of footnotes, and quoted without.
					const numbers = document.querySelectorAll<HTMLElement>('[data-footnote-ref]');
					const passage = (hidden: boolean) => {
						for (const number of numbers) number.hidden = hidden;
						return wholeWords(range);
					};
					const [page, start, end] = passage(true);
					send(
						`«${page
							.slice(start, end)
							.trim()
							.replace(/^«([^«»]*)»$/, '$1')
							.replaceAll('\u00A0', ' ')}»`,
						href + textFragment(...passage(false)),
					);
				};
			}, TAP);
}

const bar = document.querySelector<HTMLElement>('.share-bar');
const canonical = document.querySelector<HTMLLinkElement>('[rel=canonical]');
const status = bar?.firstElementChild;
if (bar && status && canonical) share(bar, status, canonical);
