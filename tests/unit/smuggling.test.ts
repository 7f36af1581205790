import { describe, expect, test } from 'vitest';
import { articleProblems } from '../../src/desk/judge.ts';

const FRONTMATTER = `---
headline: عنوان من كلمات عدة
dek: جملة تحت العنوان.
topic: اختبار
dateline: عمّان
source: { name: البلد }
published: 2024-05
---

`;
const problems = (body: string, frontmatter = FRONTMATTER) =>
	articleProblems('content/articles/a.mdx', `${frontmatter}نص أول.\n\n${body}\n`, {
		exists: () => true,
		publications: new Map(),
	});

describe('what would run, load or frame something is refused with its line', () => {
	test.each([
		['a script', '<script>alert(1)</script>'],
		['a script from elsewhere', '<script src="https://evil.example/a.js"></script>'],
		['a script in capitals', '<SCRIPT>alert(1)</SCRIPT>'],
		['a style', '<style>p [ color: red ]</style>'],
		['a frame', '<iframe src="https://evil.example/"></iframe>'],
		['an object', '<object data="a.swf"></object>'],
		['an embedded file', '<embed src="a.svg" />'],
		['a form', '<form action="https://evil.example/"><button>نص</button></form>'],
		['a base', '<base href="https://evil.example/" />'],
		['a refresh', '<meta http-equiv="refresh" content="0;url=https://evil.example/" />'],
		['a sheet', '<link rel="stylesheet" href="https://evil.example/a.css" />'],
		['a picture as a tag', '<img src="x" onerror="alert(1)" />'],
		['a link as a tag', '<a href="javascript:alert(1)">نص</a>'],
		['a drawing', '<svg onload="alert(1)"><circle r="1" /></svg>'],
		['a script in a drawing', '<svg><script>alert(1)</script></svg>'],
		['mathematics', '<math><mtext>نص</mtext></math>'],
		['a template', '<template>نص</template>'],
		["an element of the writer's own", '<x-a>نص</x-a>'],
		['a member of a component', '<Ltr.x>نص</Ltr.x>'],
		['a name with a space of names', '<svg:script>نص</svg:script>'],
		['a name that every object has', '<constructor>نص</constructor>'],
		['an event on a component', '<Ltr onclick="alert(1)">12</Ltr>'],
		['a style on a component', '<Note title="نص" style="position: fixed">نص</Note>'],
		['HTML set by a property', '<Note title="نص" set:html="<b>">نص</Note>'],
		['a directive of Astro', '<Note title="نص" client:load>نص</Note>'],
		['a slot of a component', '<Ltr slot="head">12</Ltr>'],
		['a value that is computed', '<Note title={process.env.HOME}>نص</Note>'],
		['values spread', '<Note {...globalThis}>نص</Note>'],
		['an expression', 'نص {process.env.HOME} نص'],
		['an expression of its own', '{await fetch("https://evil.example/")}'],
		['an expression beside a comment', '{/* نص */ alert(1)}'],
		['an import', 'import fs from "node:fs"'],
		['an export', 'export const a = 1'],
		['a fragment', '<>نص</>'],
		['a comment of HTML', '<!-- نص -->'],
		['a link to a script', '[نص](javascript:alert%281%29)'],
		['a link to a script in other letters', '[نص](jAvAsCrIpT:alert%281%29)'],
		['a link to a script by entities', '[نص](&#106;avascript:alert%281%29)'],
		['a link to a script with a tab in it', '[نص](java&#9;script:alert%281%29)'],
		['a link to a script behind a control', '[نص](&#1;javascript:alert%281%29)'],
		['a link to a script by its definition', '[نص][a]\n\n[a]: javascript:alert%281%29'],
		['a link to data', '[نص](data:text/html,<script>alert%281%29</script>)'],
		['a link to a file', '[نص](file:///etc/passwd)'],
		['a link without a scheme to another host', '[نص](//evil.example/)'],
		['a script in pointed brackets', '<javascript:alert(1)>'],
		['a picture from elsewhere', '![نص](https://evil.example/a.png)'],
		['a picture of data', '![نص](data:image/svg+xml,<svg/>)'],
		['a picture without a scheme', '![نص](//evil.example/a.png)'],
		['a picture by its definition', '![نص][a]\n\n[a]: https://evil.example/a.png'],
	])('%s', (_case, body) => {
		const errors = problems(body).filter(({ severity }) => severity !== 'warning');
		expect(errors.length).toBeGreaterThan(0);
		for (const { file, line, message } of errors) {
			expect(file).toBe('content/articles/a.mdx');
			expect(line).toBeGreaterThanOrEqual(12);
			expect(message).toMatch(/\p{Script=Arabic}/u);
		}
	});
});

test.each([
	['source.url', 'source: { name: البلد, url: "javascript:alert(1)" }'],
	['source.url', 'source: { name: البلد, url: "http://evil.example/" }'],
])('an address in the frontmatter is of https: %s', (field, line) => {
	const found = problems('نص.', FRONTMATTER.replace(/^source:.*$/m, line));
	expect(found.map((problem) => problem.field)).toContain(field);
});

test.each([
	['names of tags as code', 'نص `<script>` نص.'],
	['a block of code', '```html\n<script>alert(1)</script>\n```'],
	['an escaped tag', 'نص \\<script> نص.'],
	['a comment of MDX', '{/* ملاحظة للكاتب */}'],
	['a link over https', '[نص](https://example.org/)'],
])('what is harmless stays: %s', (_case, body) => expect(problems(body)).toEqual([]));
