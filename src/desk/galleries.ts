import type { MdastNode } from 'satteri';
import {
	attributeOf,
	children,
	type Element,
	isElement,
	isUnseen,
	startOf,
	within,
} from '../article/tree.ts';
import { inWords } from '../plural.ts';
import type { SourceProblem } from './problem.ts';

/** How many pictures a gallery has. */
const FEWEST = 2;
const MOST = 12;

const PICTURES = { few: '# صور', many: '# صورة', other: '# صورة' };

const picturesIn = (node: MdastNode) => [...within(node)].filter(({ type }) => type === 'image');
const isPictures = (node: MdastNode): boolean =>
	node.type === 'image' ||
	isUnseen(node) ||
	(node.type === 'paragraph' && children(node).every(isPictures));

/** What is wrong with what stands in a `<Gallery>`, and with a `<Figure wide>`. */
export function figureProblems(node: Element): SourceProblem[] {
	if (node.name === 'Figure' && (attributeOf(node, 'wide') ?? null) !== null)
		return [{ offset: startOf(node), message: 'الخاصية wide تُكتب بلا قيمة. اكتب wide وحدها.' }];
	if (node.name !== 'Gallery') return [];
	const found: SourceProblem[] = [];
	const say = (at: MdastNode, message: string) => void found.push({ offset: startOf(at), message });
	for (const child of children(node)) {
		const figure = figureOf(child);
		if (figure) {
			if (picturesIn(figure).length !== 1)
				say(figure, 'في <Gallery> تكون كل <Figure> لصورة واحدة. اكتب لكل صورة <Figure> وحدها.');
			if (attributeOf(figure, 'wide') !== undefined)
				say(figure, 'لا أثر للخاصية wide في <Gallery>. احذفها.');
		} else if (!isPictures(child))
			say(child, 'في <Gallery> ما ليس صورة. أبقِ فيه الصور و<Figure> وحدها، وانقل ما عداها خارجه.');
	}
	const count = picturesIn(node).length;
	if (count === 0)
		say(node, '<Gallery> بلا صور. ضع فيه من صورتين إلى 12 صورة: ![الوصف](./photo.jpg).');
	else if (count < FEWEST)
		say(node, 'في <Gallery> صورة واحدة. زد عليها، أو اكتبها وحدها في <Figure>.');
	else if (count > MOST)
		say(
			node,
			`في <Gallery> ${inWords(count, PICTURES)}، وأكثر ما فيه 12. اقسمها على أكثر من <Gallery>.`,
		);
	return found;
}

/** A figure, also one that was written in one line and so stands in a paragraph. */
function figureOf(node: MdastNode): Element | undefined {
	if (isElement(node)) return node.name === 'Figure' ? node : undefined;
	const inner = children(node).filter((child) => !isUnseen(child));
	const [only] = inner;
	return node.type === 'paragraph' && inner.length === 1 && only ? figureOf(only) : undefined;
}
