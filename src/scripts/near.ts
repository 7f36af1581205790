/** For the 404 page: finds the nearest existing address in a few small files (search/near.ts). */
import { filesFor, nearest, type Place } from '../search/near.ts';

async function show(line: HTMLElement, base: string, files: number) {
	const asked = location.pathname;
	const lists = await Promise.all(
		filesFor(asked, files).map(
			async (file): Promise<Place[]> => (await fetch(`${base}near/${file}.json`)).json(),
		),
	);
	const found = nearest(asked, lists.flat());
	const link = line.querySelector('a');
	if (!found || !link) return;
	link.href = base + found.path.slice(1);
	link.textContent = found.title;
	line.hidden = false;
}

const line = document.getElementById('near');
const { base = '/', files = '1' } = line?.dataset ?? {};
// Without it the rest of the page is there.
if (line) show(line, base, Number(files)).catch(console.error);
