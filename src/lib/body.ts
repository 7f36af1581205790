import { mdxToMdast, type MdastNode } from 'satteri';
import { position, type Problem } from './problems.ts';
import { headingIds } from './slugs.ts';
import { textProblems } from './text.ts';

/** The sections an article may have: the component and its fixed id. */
export const SECTIONS = { Event: 'event', Forum: 'forum', Awards: 'awards' } as const;
export type SectionId = (typeof SECTIONS)[keyof typeof SECTIONS];

/** All that writers may use in MDX, with the attributes of each. */
const COMPONENTS: Record<string, readonly string[]> = {
	Event: [],
	Forum: [],
	Awards: [],
	bdi: ['lang', 'dir'],
	Ltr: ['lang'],
	PullQuote: ['by'],
	Figure: ['caption', 'credit'],
	Note: ['title'],
};

type Element = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** The Markdown tree of an article's file; positions count from its start. Throws what the MDX parser throws. */
export function readBody(source: string): MdastNode {
	return mdxToMdast(source, { features: { gfm: true, frontmatter: true } });
}

const children = (node: MdastNode): readonly MdastNode[] => ('children' in node ? node.children : []);
const isElement = (node: MdastNode): node is Element => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
const isSection = (node: MdastNode): node is Element & { name: keyof typeof SECTIONS } => isElement(node) && (node.name ?? '') in SECTIONS;
const startOf = (node: MdastNode) => node.position?.start.offset ?? 0;
const words = (node: MdastNode): string => ('value' in node && node.type !== 'mdxjsEsm' ? node.value : children(node).map(words).join(''));

/** The ids of the sections that a body has, in its order. */
export function sections(body: MdastNode): SectionId[] {
	return children(body).filter(isSection).map(({ name }) => SECTIONS[name]);
}

/** The words of a body in their order, without markup; for counting, not for show. */
export function plainText(body: MdastNode): string {
	if ('value' in body) return body.type === 'yaml' || body.type === 'mdxjsEsm' ? '' : body.value;
	return children(body).map(plainText).join(' ');
}

/** What is wrong with a body: what is not allowed in it, broken anchors and pictures, text. `exists` takes a path relative to the article. */
export function bodyProblems(file: string, source: string, exists: (path: string) => boolean): Problem[] {
	const at = (offset: number) => ({ file, ...position(source, offset) });
	let body: MdastNode;
	try {
		body = readBody(source);
	} catch (error) {
		const [, line = 1, column = 1, detail] = /^(\d+):(\d+):\s*(.*)/s.exec(String(error instanceof Error ? error.message : error)) ?? [];
		const message = `تعذّرت قراءة النص بصيغة MDX (${detail ?? String(error)}). أغلق كل مكوّن بوسمه، وإن أردت { أو < نفسها فاكتب \\{ أو &lt;.`;
		return [{ file, line: Number(line), column: Number(column), message }];
	}

	const found: Problem[] = [];
	const anchors: { node: MdastNode; id: string }[] = [];
	const ids = new Set<string>(['content', 'headline']);
	const idOf = headingIds();
	let depth = 1;

	const visit = (node: MdastNode, inside: string[]): void => {
		const say = (message: string) => found.push({ ...at(startOf(node)), message });
		if (isElement(node)) {
			const name = node.name ?? '';
			const allowed = Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined;
			if (!allowed) say(`المكوّن <${name}> غير معروف. المتاح: ${Object.keys(COMPONENTS).map((known) => `<${known}>`).join(' ')}.`);
			for (const attribute of allowed ? node.attributes : []) {
				if (attribute.type !== 'mdxJsxAttribute' || (attribute.value !== null && typeof attribute.value !== 'string')) {
					say(`القيمة بين { } غير مسموحة في <${name}>. اكتبها نصًا بين علامتي " ".`);
				} else if (!allowed?.includes(attribute.name)) {
					say(`الخاصية ${attribute.name} غير معروفة في <${name}>. ${allowed?.length ? `المتاح: ${allowed.join('، ')}.` : 'احذفها.'}`);
				} else {
					found.push(...textProblems(attribute.value ?? '').map(({ message, severity }) => ({ ...at(startOf(node)), field: attribute.name, message, ...(severity && { severity }) })));
				}
			}
			if (isSection(node)) {
				if (inside.length > 0) say(`القسم <${name}> داخل <${inside.at(-1)}>. أخرجه إلى أعلى مستوى في النص.`);
				if (ids.has(SECTIONS[node.name])) say(`القسم <${name}> مكرر. ادمج القسمين.`);
				ids.add(SECTIONS[node.name]);
				depth = 2;
			}
		}
		switch (node.type) {
			case 'mdxjsEsm':
				say('لا يُسمح بـ import ولا export في المقال. استعمل المكوّنات المتاحة وحدها.');
				break;
			case 'mdxFlowExpression':
			case 'mdxTextExpression':
				if (!/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value)) say('لا يُسمح بعبارات { } في المقال. إن أردت القوس نفسه فاكتب \\{.');
				break;
			case 'heading':
				ids.add(idOf(words(node)));
				if (node.depth === 1) say('العنوان # محجوز لعنوان المقال. ابدأ بـ ## خارج الأقسام وبـ ### داخلها.');
				else if (inside.some((name) => name in SECTIONS) && node.depth < 3) say('عنوان ## داخل قسم. ابدأ العناوين داخل الأقسام بـ ###.');
				else if (node.depth > depth + 1) say(`قفزة في مستويات العناوين من ${depth} إلى ${node.depth}. استعمل ${'#'.repeat(depth + 1)}.`);
				depth = node.depth;
				break;
			case 'footnoteDefinition':
				ids.add(`user-content-fn-${node.identifier}`);
				break;
			case 'link':
			case 'definition':
				if (node.url.startsWith('#')) anchors.push({ node, id: decodeURIComponent(node.url.slice(1)) });
				else if (!/^(?:https:|mailto:|tel:|\/(?!\/))/i.test(node.url)) say(`الرابط «${node.url}» غير مقبول. اكتب https:// أو mailto: أو tel: أو مسارًا يبدأ بـ / أو #.`);
				break;
			case 'imageReference':
				// Its definition is judged as a link is, and a link may lead anywhere.
				say('صورة بعنوان في موضع آخر. اكتب عنوانها حيث تظهر: ![الوصف](./photo.jpg).');
				break;
			case 'image':
				if (!node.alt) say('صورة بلا نص بديل. صِف ما فيها بين القوسين: ![الوصف](./photo.jpg).');
				if (!/^\.\.?\//.test(node.url)) say(`الصورة «${node.url}» ليست من ملفات الموقع. ضعها بجوار المقال واكتب ./ قبل اسمها.`);
				else if (!exists(decodeURI(node.url))) say(`الصورة «${node.url}» غير موجودة. صحّح اسمها أو ضع الملف في مكانه.`);
				break;
		}
		for (const child of children(node)) visit(child, isElement(node) ? [...inside, node.name ?? ''] : inside);
		if (isSection(node)) depth = 1;
	};
	visit(body, []);

	for (const { node, id } of anchors) {
		if (!ids.has(id)) found.push({ ...at(startOf(node)), message: `لا يوجد في المقال موضع معرّفه #${id}. المواضع: ${[...ids].map((known) => `#${known}`).join(' ')}.` });
	}
	for (const { text, offsets } of blocks(body, source)) {
		for (const { offset, message, severity } of textProblems(text)) {
			found.push({ ...at(offsets[offset] ?? 0), message, ...(severity && { severity }) });
		}
	}
	return found;
}

/** Stands in checked text for what is not Arabic prose: code, pictures, isolated Latin. */
const OPAQUE = '\uFFFC';

interface Block {
	text: string;
	/** For each UTF-16 unit of the text its offset in the source. */
	offsets: number[];
}

/** The visible text of each paragraph, heading and cell, so that rules see across **bold** and [links](…). */
function blocks(body: MdastNode, source: string): Block[] {
	const all: Block[] = [];
	const add = (block: Block, text: string, start: number, raw: string) => {
		// Where the source writes the text otherwise (escapes, entities) its letters are spread from its start on.
		const exact = raw.startsWith(text);
		for (let index = 0; index < text.length; index++) block.offsets.push(start + (exact ? index : 0));
		block.text += text;
	};
	const inline = (node: MdastNode, block: Block): void => {
		const start = startOf(node);
		if (node.type === 'text') add(block, node.value, start, source.slice(start, node.position?.end.offset));
		else if (node.type === 'break') add(block, '\n', start, '\n');
		else if (node.type === 'footnoteReference') return;
		else if (children(node).length > 0 && !isElement(node)) for (const child of children(node)) inline(child, block);
		else add(block, OPAQUE, start, OPAQUE);
	};
	const visit = (node: MdastNode): void => {
		const inner = children(node);
		if (!inner.some(({ type }) => type === 'text' || type === 'strong' || type === 'emphasis' || type === 'link')) return inner.forEach(visit);
		const block: Block = { text: '', offsets: [] };
		for (const child of inner) inline(child, block);
		all.push(block);
	};
	visit(body);
	return all;
}
