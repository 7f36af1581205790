/**
 * Chromium leaves out of the one file that it saves (MHTML) what is drawn nowhere, and so the style that goes on in an SVG
 * after the headline (hosting/used-style.ts): it moves to the end of the head, where the policy knows it, too.
 */
const later = document.querySelector('article svg > style');
if (later) {
	const { textContent } = later;
	document.head.append(Object.assign(document.createElement('style'), { textContent }));
	later.remove();
}
