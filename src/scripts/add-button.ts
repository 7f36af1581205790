/** Adds a button, the first within an element. */
export function addButton(
	parent: Element,
	textContent = '',
	onclick: (() => void) | null = null,
): HTMLButtonElement {
	const button = Object.assign(document.createElement('button'), { textContent, onclick });
	parent.prepend(button);
	return button;
}
