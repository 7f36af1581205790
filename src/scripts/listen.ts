/**
 * «استمع»: reads the article aloud where the browser has an Arabic voice; elsewhere the control
 * stays hidden. To pause is to cancel and keep the place: `speechSynthesis.pause()` ends the
 * reading on Android.
 */
import { addButton } from './add-button.ts';

/**
 * For the eye or for paper alone, or no part of the article: what follows the dek in the header,
 * maps, the strip of days, the signs of footnotes.
 */
const SILENT =
	'nav, footer, .credit, .strip, dl, thead, button, .paper-only, .noprint, h1 + p ~ *, figure > :not(blockquote):not(.scroll), [hidden], [aria-hidden="true"], [data-footnote-ref], [data-footnote-backref]';

/**
 * Some voices fall silent after some fifteen seconds. So a long block is said in pieces, each up to
 * the last end of a sentence, else of a clause, else of a word that fits.
 */
const PIECES = /\S.{0,159}$|\S.{0,157}[.!?؟…]»?(?= )|\S.{0,158}[،؛:](?= )|\S.{0,159}(?= )|\S+/g;

interface Piece {
	/** The element that is marked while this is said. */
	block: Element;
	text: string;
}

/**
 * What is said, in the order of the code, and last what was left out. All text goes with the
 * nearest block around it. A row of a table is a sentence: each cell from the second on is told
 * after the head of its column.
 */
function pieces(article: Element, control: HTMLElement): Piece[] {
	const texts = new Map<Element, string>();
	const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
	while (walker.nextNode()) {
		const { nodeName, nodeValue, parentElement } = walker.currentNode;
		const { cellIndex } = walker.currentNode as HTMLTableCellElement;
		const block = parentElement?.closest('h1, h2, h3, h4, h5, h6, p, li, blockquote, tr');
		if (!block || parentElement?.closest(SILENT)) continue;
		const head = cellIndex && block.closest('table')?.rows[0]?.cells[cellIndex]?.textContent;
		const text = head ? `، ${head}: ` : nodeName === 'BR' ? ' ' : (nodeValue ?? '');
		texts.set(block, (texts.get(block) ?? '') + text);
	}
	texts.set(control, control.dataset['left'] ?? '');
	return [...texts].flatMap(([block, text]) =>
		(text.replace(/\s+/g, ' ').trim().match(PIECES) ?? []).map((text) => ({ block, text })),
	);
}

type Words = Record<'begin' | 'pause' | 'resume' | 'end', string>;

/** One button begins, pauses and resumes, one ends; their words are in the data of `control`. */
function listen(control: HTMLElement, article: Element) {
	const { begin, pause: rest, resume, end: words } = control.dataset as Words;
	const end = addButton(control, words, stop);
	const toggle = addButton(control, begin, () => {
		if (current) return pause();
		if (!queue.length) queue = pieces(article, control);
		speak();
	});
	end.hidden = true;
	let voice: SpeechSynthesisVoice | undefined;
	/** Empty before the reading and after it. */
	let queue: Piece[] = [];
	let place = 0;
	/**
	 * Set while a voice speaks. Browsers differ in what they fire for a cancelled utterance: only
	 * this one is heeded.
	 */
	let current: SpeechSynthesisUtterance | undefined;

	function show() {
		const piece = queue[place];
		document.querySelector('[data-spoken]')?.toggleAttribute('data-spoken');
		piece?.block.toggleAttribute('data-spoken');
		toggle.textContent = current ? rest : piece ? resume : begin;
		// A button that goes away must not take the focus with it.
		if (!piece && document.activeElement === end) toggle.focus();
		end.hidden = !piece;
	}
	function pause() {
		current = undefined;
		speechSynthesis.cancel();
		show();
	}
	function stop() {
		queue = [];
		place = 0;
		pause();
	}
	function speak() {
		const piece = queue[place];
		if (!piece) return stop();
		const utterance = new SpeechSynthesisUtterance(piece.text);
		utterance.lang = 'ar';
		utterance.voice = voice ?? null;
		utterance.onend = () => {
			if (utterance !== current) return;
			place++;
			speak();
		};
		// Where another page or the system takes the voice away, the place is kept.
		utterance.onerror = ({ error }) => {
			if (utterance === current) (/^(interrupted|canceled)$/.test(error) ? pause : stop)();
		};
		current = utterance;
		speechSynthesis.speak(utterance);
		show();
	}

	// Else the voice goes on over the next page.
	addEventListener('pagehide', () => {
		if (current) pause();
	});

	// Voices may come late. One of the device itself needs no network and tells nobody what is read.
	function seek() {
		const arabic = speechSynthesis.getVoices().filter(({ lang }) => /^ar([-_]|$)/i.test(lang));
		voice = arabic.find(({ localService }) => localService) ?? arabic[0];
		if (voice) control.hidden = false;
	}
	speechSynthesis.onvoiceschanged = seek;
	seek();
}

const control = document.querySelector<HTMLElement>('.listen');
const article = document.querySelector('.story');
if (control && article && 'speechSynthesis' in window) listen(control, article);
