/** What the share row can do with script: the device's own dialog, copying, section addresses, quoting. What cannot work stays hidden. */
import { textFragment, wordEdge } from './text-fragment.ts';

/** In ms: long enough to be read; and for a tap, which on phones first takes the selection away. */
const SHOWN = 6000;
const TAP = 300;
/** For private use, so in no page. */
const MARK = '\uE000';

/** The text of the page as the browser itself shows it, a line a block: before a range, within it and after. Two signs mark it for a moment. */
function around(range: Range): string[] {
	const [first, last] = [new Text(MARK), new Text(MARK)];
	const end = range.cloneRange();
	end.collapse();
	end.insertNode(last);
	range.insertNode(first);
	const texts = document.body.innerText.split(MARK);
	first.remove();
	last.remove();
	document.body.normalize();
	return texts;
}

function share(
	bar: HTMLElement,
	quote: HTMLElement,
	field: HTMLTextAreaElement,
	status: HTMLElement,
	{ href }: HTMLLinkElement,
) {
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
			// No such clipboard, or refused: the old way; and where that is refused too, the reader's own.
			const focused = document.activeElement as HTMLElement;
			field.value = text;
			field.hidden = false;
			field.select();
			if (!document.execCommand('copy')) {
				clearTimeout(timer);
				status.textContent = bar.dataset['refused'] ?? '';
				return;
			}
			field.blur();
			focused.focus();
		}
		say(bar.dataset['copied']);
	}
	field.onblur = () => {
		field.hidden = true;
		say();
	};

	/** By the device's own dialog; copied where there is none, or where it fails. A reader who changes his mind is told nothing. */
	async function send(text: string, url: string) {
		try {
			await navigator.share({ title: document.title, text, url });
		} catch (error) {
			if ((error as Error).name !== 'AbortError') await copy((text && `${text}\n`) + url);
		}
	}

	for (const button of document.querySelectorAll<HTMLButtonElement>('.share button')) {
		button.hidden = !button.value && !('share' in navigator);
		button.onclick = () => (button.value ? copy(href) : send('', href));
	}
	for (const link of document.querySelectorAll<HTMLAnchorElement>('.self'))
		link.onclick = () => void copy(href + link.hash);

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
					const [before = '', within = '', after = ''] = around(range);
					const page = before + within + after;
					const start = wordEdge(page, before.length, -1);
					const end = wordEdge(page, page.length - after.length, 1);
					const passage = (
						before.slice(start) +
						text +
						page.slice(page.length - after.length, end)
					).trim();
					send(`«${passage.replace(/^«([^«»]*)»$/, '$1')}»`, href + textFragment(page, start, end));
				};
			}, TAP);
}

const bar = document.querySelector<HTMLElement>('.share-bar');
const [quote, field, status] = (bar?.children ?? []) as
	| [HTMLElement, HTMLTextAreaElement, HTMLElement]
	| [];
const canonical = document.querySelector<HTMLLinkElement>('[rel=canonical]');
if (bar && quote && field && status && canonical) share(bar, quote, field, status, canonical);
