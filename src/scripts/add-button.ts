/** Around each button. A copy of the page that is saved has the button and not the script: what nobody defines is not shown. */
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
