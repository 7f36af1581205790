/**
 * Chromium saves a page (MHTML) without what is not rendered, and so without the style in
 * the SVG after the headline (hosting/used-style.ts). Move it to the end of the head,
 * where the CSP allows it too.
 */
const later = document.querySelector('article svg > style');
if (later) {
	const { textContent } = later;
	document.head.append(Object.assign(document.createElement('style'), { textContent }));
	later.remove();
}
