/**
 * Wraps each button. A saved copy of the page has the button but no script: an
 * undefined element is hidden.
 */
customElements.define('by-script', class extends HTMLElement {});

/** Adds a button, the first within an element. */
export function addButton(
	parent: Element,
	textContent = '',
	onclick: (() => void) | null = null,
): HTMLButtonElement {
	const button = Object.assign(document.createElement('button'), { textContent, onclick });
	const scripted = document.createElement('by-script');
	scripted.append(button);
	parent.prepend(scripted);
	return button;
}
