import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/**
 * The addresses of the links of a text (HTML) that lead out of the site, one for each link in the
 * order of the text: the numbered notes of the printed page. What is for the screen alone (class
 * `noprint`) has none.
 */
export function linkNotes(html: string): string[] {
	const addresses = (node: Tree.Node): string[] => {
		const attribute = (name: string) =>
			('attrs' in node && node.attrs.find((one) => one.name === name)?.value) || '';
		if (/\bnoprint\b/.test(attribute('class'))) return [];
		const own =
			node.nodeName === 'a' && /^https?:/i.test(attribute('href')) ? [attribute('href')] : [];
		return [...own, ...('childNodes' in node ? node.childNodes.flatMap(addresses) : [])];
	};
	return addresses(parseFragment(html));
}
