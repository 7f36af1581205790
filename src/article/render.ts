import { readFile } from 'node:fs/promises';
import type { ImageMetadata } from 'astro';
import { Fragment, jsx, jsxs } from 'astro/jsx-runtime';
import {
	type EvaluateOptions,
	evaluate,
	type Features,
	type HastNode,
	type HastVisitorContext,
} from 'satteri';
import { markdown } from './markdown.ts';
import { withoutFrontmatter } from './read.ts';
import { readSource } from './source.ts';

/** Components by the names that a text has for them; `img` is what its pictures become. */
type Components = Record<string, unknown>;

/** What is written in a text, as a component: `<Content components={writers} />`. */
type Content = (props: { components: Components }) => unknown;

interface Entry {
	/** From the project's folder, where builds run: `content/articles/x.mdx`. */
	filePath?: string;
	data: { images: Readonly<Record<string, ImageMetadata>> };
}

/** What compiled texts call. */
const runtime = { Fragment, jsx, jsxs } as Pick<EvaluateOptions, 'Fragment' | 'jsx' | 'jsxs'>;

const { features, mdastPlugins, hastPlugins } = markdown().options;

/** A picture of the text becomes the component `Photo`, and its file what Astro knows of it. */
const photos = {
	name: 'photos',
	element: {
		filter: ['img'],
		visit(node: Readonly<HastNode>, _context: HastVisitorContext): HastNode | undefined {
			if (node.type !== 'element') return undefined;
			const { src, ...properties } = node.properties;
			const file = JSON.stringify(decodeURI(String(src)));
			const value = { type: 'mdxJsxAttributeValueExpression', value: `props.images[${file}]` };
			const attributes = Object.entries(properties).flatMap(([name, text]) =>
				text === null || text === undefined || text === false
					? []
					: [{ type: 'mdxJsxAttribute', name, value: String(text) }],
			);
			return {
				type: 'mdxJsxFlowElement',
				name: 'Photo',
				attributes: [...attributes, { type: 'mdxJsxAttribute', name: 'src', value }],
				children: [],
			} as unknown as HastNode;
		},
	},
};

/**
 * Compiles an entry's text when its page is rendered, then frees it. As a module of the bundle,
 * which Astro's own `render` needs, each text would keep 400 KB until the build ends and take
 * twice the time. `evaluate` is safe here: the desk lets no code into a text.
 */
export async function contentOf({ filePath = '', data }: Entry): Promise<Content> {
	const text = withoutFrontmatter(readSource(await readFile(filePath, 'utf8')).text);
	const { default: Text } = await evaluate(text, {
		...runtime,
		features: features as Features,
		mdastPlugins,
		hastPlugins: [...hastPlugins, photos],
		elementAttributeNameCase: 'html',
	});
	const content: Content = ({ components }) =>
		(Text as (props: object) => unknown)({
			images: data.images,
			components: { Fragment, ...components, Photo: components['img'] },
		});
	// As Astro marks what MDX files export.
	return Object.assign(content, {
		[Symbol.for('mdx-component')]: true,
		[Symbol.for('astro:renderer')]: 'astro:jsx',
	});
}
