/**
 * Phones paint a page in a system font first, and then load our faces (styles/site.css). They are
 * swapped in only if hardly a line moves by that.
 */

/** In px: a smaller move is none (Layout Instability, 2.2). */
const LEAST = 3;
/**
 * The layout shift that is let pass. It is counted a little too small: without what boxes have
 * around their words.
 */
const MOST = 0.005;

const root = document.documentElement;

/**
 * Where the texts and pictures of the page begin (a Latin text at its left), and their area if they
 * are on the screen.
 */
function places() {
	const walker = document.createTreeWalker(document.body);
	const range = new Range();
	const all: { start: number; top: number; area: number }[] = [];
	while (walker.nextNode()) {
		if (!/^(?:#text|img|svg)$/i.test(walker.currentNode.nodeName)) continue;
		range.selectNode(walker.currentNode);
		const box = range.getBoundingClientRect();
		const { left, right, top } = range.getClientRects()[0] ?? box;
		const isSeen = box.top < innerHeight && box.bottom > 0;
		// A line is as wide as its block. What is in a line has no client width.
		let block = walker.currentNode.parentElement;
		const start = block && getComputedStyle(block).direction === 'ltr' ? left : right;
		while (block?.clientWidth === 0) block = block.parentElement;
		all.push({ start, top, area: isSeen && block ? block.clientWidth * box.height : 0 });
	}
	return all;
}

/**
 * Measures the layout shift as browsers do. If it is too large, the swap is undone in the same
 * task, before it is painted.
 */
function swap(): void {
	const before = places();
	root.classList.add('swapped');
	let [area, far] = [0, 0];
	for (const [index, is] of places().entries()) {
		const was = before[index] ?? is;
		const distance = Math.max(Math.abs(is.start - was.start), Math.abs(is.top - was.top));
		if (distance < LEAST || was.area + is.area === 0) continue;
		area += was.area + is.area;
		far = Math.max(far, distance);
	}
	if (area * far > MOST * innerWidth * innerHeight ** 2) root.classList.remove('swapped');
}

// On phones alone: elsewhere the faces come with the page.
if (!getComputedStyle(root).fontFamily.includes('Naskh Digits')) {
	const faces = [...document.fonts].filter(({ display }) => display === 'optional');
	for (const face of faces) face.display = 'swap';
	void Promise.all(faces.map((face) => face.load())).then(swap);
}
