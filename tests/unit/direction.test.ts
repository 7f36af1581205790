import { readFile } from 'node:fs/promises';
import { compile } from 'tailwindcss';
import { describe, expect, test } from 'vitest';
import { directional, directionProblems, mirror } from '../../src/gates/direction.ts';

const part = (name: string) =>
	readFile(new URL(`../../node_modules/tailwindcss/${name}.css`, import.meta.url), 'utf8');
const theme = await part('theme');
const preflight = await part('preflight');

/** What Tailwind makes of classes. */
async function tailwind(...classes: string[]): Promise<string> {
	return (await compile(`${theme}${preflight}@tailwind utilities;`)).build(classes);
}

const withoutClasses = await tailwind();

const declarations = (css: string) => directional(css).map(({ declaration }) => declaration);

describe('Tailwind classes that take no side', () => {
	test.each([
		['ms-3'],
		['me-3'],
		['-ms-px'],
		['mx-auto'],
		['ps-3'],
		['pe-3'],
		['p-4'],
		['start-0'],
		['end-1/2'],
		['inset-x-0'],
		['inset-0'],
		['inset-[1px_2px]'],
		['text-start'],
		['text-end'],
		['text-center'],
		['text-justify'],
		['float-start'],
		['clear-both'],
		['border-s-2'],
		['border-x'],
		['border-y-4'],
		['rounded-s-lg'],
		['rounded-ee'],
		['rounded-t-lg'],
		['divide-x'],
		['space-x-2'],
		['scroll-ms-4'],
		['scroll-pe-2'],
		['shadow-lg'],
		['inset-shadow-sm'],
		['drop-shadow-lg'],
		['text-shadow-md'],
		['ring-2'],
		['translate-x-0'],
		['translate-y-2'],
		['-translate-y-1/2'],
		['rotate-45'],
		['-rotate-90'],
		['scale-110'],
		['-scale-x-100'],
		['skew-x-0'],
		['bg-linear-to-b'],
		['bg-linear-to-t'],
		['bg-linear-180'],
		['bg-conic-0'],
		['bg-center'],
		['bg-top'],
		['bg-none'],
		['object-top'],
		['origin-center'],
		['origin-top'],
		['mask-t-from-50%'],
		['mask-x-from-50%'],
		['mask-center'],
		['cursor-ew-resize'],
		['cursor-n-resize'],
		['flex-row-reverse'],
		['justify-end'],
		['animate-spin'],
		['animate-ping'],
		['transition'],
		['transition-transform'],
		['sr-only'],
		['truncate'],
		['isolate'],
		['bg-transparent'],
		['rtl:-scale-x-100'],
		['rtl:ml-3'],
		['ltr:text-left'],
		['rtl:translate-x-2'],
		['md:rtl:hover:bg-linear-to-r'],
	])('%s', async (name) => {
		const css = await tailwind(name);
		expect(css.length, 'the class is one of Tailwind').toBeGreaterThan(withoutClasses.length);
		expect(directional(css)).toEqual([]);
	});

	test('the whole of preflight', () => expect(directional(preflight)).toEqual([]));
});

describe('Tailwind classes that take a side', () => {
	test.each([
		'ml-3',
		'-mr-px',
		'ml-0',
		'pr-4',
		'scroll-ml-4',
		'left-0',
		'right-[env(safe-area-inset-left)]',
		'right-1/2',
		'inset-[0_1px_2px_3px]',
		'text-left',
		'float-right',
		'clear-left',
		'border-l-red-500',
		'rounded-l-lg',
		'rounded-br',
		'rounded-[1px_2px_3px_4px]',
		'[border-width:0_0_0_2px]',
		'[justify-content:left]',
		'translate-x-2',
		'-translate-x-1/2',
		'translate-x-px',
		'skew-x-6',
		'bg-linear-to-r',
		'bg-linear-to-tl',
		'bg-linear-45',
		'bg-conic-45',
		'-bg-linear-45',
		'mask-linear-45',
		'bg-left',
		'bg-top-right',
		'object-right',
		'origin-left',
		'origin-bottom-right',
		'mask-r-from-50%',
		'mask-left',
		'cursor-e-resize',
		'cursor-ne-resize',
		'shadow-[2px_0_4px_red]',
		'inset-shadow-[1px_0_red]',
		'drop-shadow-[2px_1px_red]',
		'[direction:ltr]',
		'transition-[left]',
	])('%s', async (name) => {
		expect(directional(await tailwind(name))).not.toEqual([]);
	});
});

describe('CSS that takes no side', () => {
	test.each([
		['.a { left: 0; right: 0 }'],
		['.a{margin-left:auto;margin-right:auto}'],
		['.a{padding-left:1rem;color:red;padding-right:1rem}'],
		['.a{left:1px;right:1px;left:2px;right:2px}'],
		['.a{left:0!important;right:0!important}'],
		['.a{border-top-left-radius:4px;border-top-right-radius:4px}'],
		[
			'.a{padding-left:max(1rem,env(safe-area-inset-left));padding-right:max(1rem,env(safe-area-inset-right))}',
		],
		[
			'.a{margin:0 1px 2px;padding:0 calc(1px + 1em) 0 calc(1px + 1em);inset:0 1px 2px 1px;border-radius:1px 1px 0 0}',
		],
		['.a{background:0 0}'],
		['.a{background:0 0!important}'],
		['.a{background:url(left.png) 50%/cover no-repeat}'],
		['.a{background-image:url("arrow-right.svg")}'],
		['.a{background:linear-gradient(180deg,red,blue)}'],
		['.a{background:linear-gradient(#fff,#000 10px)}'],
		['.a{box-shadow:inset 0 1px 2px #0000001a,0 4px rgb(1 2 3/.5)}'],
		['.a{filter:drop-shadow( 0 1px red )}'],
		['.a{clip-path:inset(50%)}'],
		['.a{clip-path:inset(1px 2px 3px)}'],
		['.a{clip-path:inset(0 10% 5% 10% round 4px)}'],
		['.a{clip-path:inset(0 1px round 4px 8px)}'],
		['.a{transform:translate(0,-50%)}'],
		['.a{transform:translateY(3px) scaleX(-1) rotate(45deg)}'],
		['.a{transform:translate3d(0,0,0);translate:none}'],
		['.a{translate:var(--x) 10px}'],
		['.a{transform-origin:top}'],
		[
			'.a{unicode-bidi:isolate;flex-direction:row-reverse;animation:slide-left 1s;grid-template-areas:"left right"}',
		],
		[
			'.a{--sidebar-left:1rem;--animation:slide-left 1s;--label:"left";--hue:40deg;--icon:url(left.svg)}',
		],
		['.a{content:"left";font-family:Left}'],
		['.a{cursor:url(e-resize.cur),ew-resize}'],
		['.text-left{color:red}'],
		['@keyframes spin{to{transform:rotate(360deg)}}'],
		['@font-face{font-family:a;src:url(left.woff2)}@property --left{syntax:"*";inherits:false}'],
		['@page{margin:1cm 2cm}@page :left{margin-left:3cm}@page :right{margin-right:3cm}'],
		['@layer a{@media (min-width:1px){@supports (left:0){.a{inset-inline-start:0}}}}'],
		['[dir=rtl] .a{left:0}'],
		['.a:dir(rtl){text-align:left}'],
		['.a:lang(ar, he){direction:rtl}'],
		['.a:where([dir="rtl" i],[dir=rtl] *){left:0}'],
		['[dir]>.a{left:0}'],
		['.a{&:dir(rtl){left:0;&:hover{left:1px}}}'],
		['[dir=rtl]{.a{left:0;@media print{left:1px}}}'],
		['.a:dir(rtl),[dir=rtl] .b{float:left}'],
	])('%s', (css) => expect(declarations(css)).toEqual([]));
});

describe('CSS that takes a side', () => {
	test.each([
		['.a { left: 0; right: 1px }', ['left: 0', 'right: 1px']],
		['.a{left:50%;transform:translateX(-50%)}', ['left: 50%', 'transform: translateX(-50%)']],
		['.a{left:0!important;right:0}', ['left: 0 !important', 'right: 0']],
		[
			'.a{left:1px;left:2px;right:2px;right:1px}',
			['left: 1px', 'left: 2px', 'right: 2px', 'right: 1px'],
		],
		['.a{left:0}.b{right:0}', ['left: 0', 'right: 0']],
		['.a{left:0;@media print{right:0}}', ['left: 0', 'right: 0']],
		['.a{LEFT:0;text-align:LEFT}', ['left: 0', 'text-align: LEFT']],
		['.a{margin:0 1px 0 2px}', ['margin: 0 1px 0 2px']],
		[
			'.a{border-width:0 0 0 2px;border-radius:1px 2px 3px 4px}',
			['border-width: 0 0 0 2px', 'border-radius: 1px 2px 3px 4px'],
		],
		[
			'.a{inset:auto 0 0 auto;scroll-margin:0 0 0 1px;scroll-padding:0 1px 0 0}',
			['inset: auto 0 0 auto', 'scroll-margin: 0 0 0 1px', 'scroll-padding: 0 1px 0 0'],
		],
		[
			'.a{border-image-width:1px 2px 1px 3px;border-image:linear-gradient(to left,red,blue) 1}',
			['border-image-width: 1px 2px 1px 3px', 'border-image: linear-gradient(to left,red,blue) 1'],
		],
		[
			'.a{text-align:left;float:left;clear:right}',
			['text-align: left', 'float: left', 'clear: right'],
		],
		[
			'.a{justify-content:left;place-items:center right}',
			['justify-content: left', 'place-items: center right'],
		],
		['.a{direction:ltr}', ['direction: ltr']],
		['.a{transform:translateX(10px) rotate(45deg)}', ['transform: translateX(10px) rotate(45deg)']],
		['.a{translate:-50% 0}', ['translate: -50% 0']],
		['.a{translate:calc(var(--x)*2)}', ['translate: calc(var(--x)*2)']],
		['@keyframes in{from{translate:-100%}}', ['translate: -100%']],
		[
			'.a{transform:skewX(10deg);transform-origin:0 0}',
			['transform: skewX(10deg)', 'transform-origin: 0 0'],
		],
		['.a{transform-origin:10px 0}', ['transform-origin: 10px 0']],
		['.a{background-position:left}', ['background-position: left']],
		['.a{background-position-x:4px}', ['background-position-x: 4px']],
		['.a{background:url(a.png) 0 0}', ['background: url(a.png) 0 0']],
		[
			'.a{background:linear-gradient(90deg,red,blue)}',
			['background: linear-gradient(90deg,red,blue)'],
		],
		[
			'.a{mask:url(a.svg) 0 0;mask-image:linear-gradient(to right,red,blue);-webkit-mask-position:100% 0}',
			[
				'mask: url(a.svg) 0 0',
				'mask-image: linear-gradient(to right,red,blue)',
				'-webkit-mask-position: 100% 0',
			],
		],
		[
			'.a{box-shadow:inset 2px 0 red;text-shadow:-1px 0 red}',
			['box-shadow: inset 2px 0 red', 'text-shadow: -1px 0 red'],
		],
		[
			'.a{filter:drop-shadow(2px 1px rgb(0 0 0/.5))}',
			['filter: drop-shadow(2px 1px rgb(0 0 0/.5))'],
		],
		[
			'.a{clip-path:inset(0 50% 0 0 round 4px);-webkit-clip-path:circle(9px at left)}',
			['clip-path: inset(0 50% 0 0 round 4px)', '-webkit-clip-path: circle(9px at left)'],
		],
		[
			'.a{--align:left;--fade:linear-gradient(90deg,red,blue)}',
			['--align: left', '--fade: linear-gradient(90deg,red,blue)'],
		],
		[
			'.a{--tw-shadow:2px 0 red;--tw-translate-x:-1px}',
			['--tw-shadow: 2px 0 red', '--tw-translate-x: -1px'],
		],
		['.a{cursor:w-resize}', ['cursor: w-resize']],
		['.a{position-area:span-left}', ['position-area: span-left']],
		['@supports (float:left){.a{float:left}}', ['float: left']],
		['@page{margin-left:1cm}', ['margin-left: 1cm']],
		['.a,.b:dir(rtl){float:left}', ['float: left']],
		['.\\[dir\\=x\\]{float:left}', ['float: left']],
		['.a[directory]{float:left}', ['float: left']],
		[
			'.a{/*rtl:ignore*/float:left;clear:left/*rtl:ignore*/;/*!rtl:remove*/left:0}',
			['float: left', 'clear: left', 'left: 0'],
		],
		[
			'/*!rtl:begin:ignore*/.a{float/*rtl:ignore*/:left;--align:left/*rtl:ignore*/}',
			['float: left', '--align: left'],
		],
	])('%s', (css, expected) => expect(declarations(css)).toEqual(expected));

	test('a finding names its rule with those around it, and its place', () => {
		expect(directional('.a {\n\t&:hover { color: red; margin-left: 1px }\n}')).toEqual([
			{
				rule: '.a &:hover',
				declaration: 'margin-left: 1px',
				line: 2,
				column: 24,
			},
		]);
		expect(directional('@media print{@keyframes in{from{translate:-100%}}}')).toMatchObject([
			{ rule: '@media print @keyframes in from', line: 1, column: 33 },
		]);
	});
});

describe('a mirror in a mirror shows the thing itself', () => {
	test.each([
		['.a{left:0;right:1px}'],
		['.a{inset:0 1px 2px 3px;scroll-margin:0 0 0 1px}'],
		['.a{translate:-50% 0;--tw-translate-x:.5rem}'],
		['.a{translate:calc(calc(1 / 2 * 100%) * -1) 0}'],
		['.a{--tw-gradient-position:to right in oklab}'],
		['.a{--tw-gradient-position:from -45deg in oklab}'],
		['.a{--tw-mask-left:linear-gradient(to left,var(--tw-mask-left-from-color))}'],
		['.a{--tw-shadow:2px 0 red, -3px 0 blue}'],
		['.a{filter:drop-shadow(2px 1px red);clip-path:inset(0 50% 0 0 round 4px)}'],
		['.a{cursor:e-resize, nw-resize, nesw-resize, ew-resize}'],
		['.a{--align:left;--label:"left"}'],
		['.a{text-align:left;float:right;border-radius:1px 2px 3px 4px;background-position:10% 0}'],
		['@keyframes spin{to{transform:rotate(360deg)}}'],
		['.a:dir(rtl){direction:ltr}'],
	])('%s', (css) => expect(mirror(mirror(css))).toBe(css));

	test('and a mirror does turn sides', () => {
		expect(
			mirror(
				'.a{left:0;inset:0 1px 2px 3px;translate:1px 2px;--tw-translate-x:-1px;cursor:nesw-resize}',
			),
		).toBe(
			'.a{right:0;inset:0 3px 2px 1px;translate:-1px 2px;--tw-translate-x:1px;cursor:nwse-resize}',
		);
		expect(
			mirror(
				'.a{--tw-gradient-position:45deg;--tw-shadow:1px 0;--tw-skew-x:skewX(6deg);--fade:linear-gradient(to left,red)}',
			),
		).toBe(
			'.a{--tw-gradient-position:-45deg;--tw-shadow:-1px 0;--tw-skew-x:skewX(-6deg);--fade:linear-gradient(to right,red)}',
		);
	});
});

describe('what is read of an emitted file', () => {
	test.each([
		['a stylesheet', '_astro/a.css', '\n.a{left:0}', [[2, 4]]],
		[
			'a style element',
			'index.html',
			'<!doctype html>\n<head><style>.a{left:0}\n.b{right:0}</style>',
			[
				[2, 17],
				[3, 4],
			],
		],
		[
			'a style attribute',
			'index.html',
			'<!doctype html>\n<body><p style="color:red;left:0">',
			[[2, 27]],
		],
		[
			'a style element within noscript',
			'index.html',
			'<head><noscript><style>.a{left:0}</style></noscript>',
			[[1, 27]],
		],
		['a template', 'index.html', '<template><p style="left:0"></template>', [[1, 21]]],
		['a drawing within a page', 'index.html', '<svg><style>.a{left:0}</style></svg>', [[1, 16]]],
		[
			'a drawing',
			'map.svg',
			'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><style>.a{float:left}</style></svg>',
			[[2, 51]],
		],
		[
			'an element that names its direction',
			'index.html',
			'<p dir="ltr" style="text-align:left">',
			[],
		],
		[
			'presentation attributes',
			'map.svg',
			'<svg><text x="3" text-anchor="end" transform="translate(2)">left: 0</text></svg>',
			[],
		],
		[
			'text that looks like CSS',
			'index.html',
			'<pre>.a{left:0}</pre><script>".a{left:0}"</script><!-- <p style="left:0"> -->',
			[],
		],
		['symmetrical declarations of an attribute', 'index.html', '<p style="left:0;right:0">', []],
		['any other file', 'feed.xml', '<p style="left:0">', []],
	])('%s', (_, file, content, places) => {
		expect(directionProblems(file, content).map(({ line, column }) => [line, column])).toEqual(
			places,
		);
	});

	test('a problem tells in Arabic which rule, which declaration and what to write', () => {
		const [problem] = directionProblems('dist/index.html', '<p style="margin-left: 1px">');
		expect(problem?.file).toBe('dist/index.html');
		expect(problem?.message).toMatch(
			/^القاعدة «p\[style\]» .*«margin-left: 1px».*margin-inline-start.*\[dir=rtl\]\.$/,
		);
	});

	test('a problem is one line, however its rule was written', () => {
		expect(
			directionProblems('a.css', '.a,\n.b {\n\tbackground:\n\t\turl(a.png)\n\t\t0 0;\n}')[0]
				?.message,
		).not.toContain('\n');
	});

	test('the same finding is told once, at its first place', () => {
		expect(directionProblems('a.css', '.a{left:0}.a{left:0}').map(({ column }) => column)).toEqual([
			4,
		]);
	});

	test.each([
		['a.css', '.a{left:0'],
		['index.html', '<p style="}left:0">'],
	])('%s that cannot be read is refused, not passed over: %s', (file, content) => {
		expect(directionProblems(file, content)).toMatchObject([
			{ file, line: 1, message: expect.stringContaining('CSS') },
		]);
	});
});

test('a sheet is judged once, however many pages carry it', () =>
	expect(directional('.once{left:0}')).toBe(directional('.once{left:0}')));
