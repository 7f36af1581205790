import { readFileSync } from 'node:fs';
import postcss from 'postcss';
import { describe, expect, test } from 'vitest';

/** The custom properties that the style sheet sets on :root, for light and for dark. */
function tokens(): Record<'light' | 'dark', Record<string, string>> {
	const light: Record<string, string> = {};
	const dark: Record<string, string> = {};
	postcss
		.parse(readFileSync(new URL('../../src/styles/site.css', import.meta.url), 'utf8'))
		.walkRules(':root', (rule) => {
			const condition =
				rule.parent?.type === 'atrule' ? (rule.parent as postcss.AtRule).params : '';
			const target = condition === '' ? light : condition.includes('dark') ? dark : undefined;
			if (target) rule.walkDecls(/^--/, ({ prop, value }) => void (target[prop] = value));
		});
	return { light, dark: { ...light, ...dark } };
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
	const full = hex.length === 4 ? hex.replace(/[\da-f]/g, '$&$&') : hex;
	const [red = 0, green = 0, blue = 0] = [1, 3, 5]
		.map((at) => parseInt(full.slice(at, at + 2), 16) / 255)
		.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
	const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (bright + 0.05) / (dim + 0.05);
}

test('the measure is right: black on white is 21, the grey of the textbooks 4.54', () => {
	expect(contrast('#000', '#fff')).toBe(21);
	expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

describe.each(Object.entries(tokens()))('in %s', (_scheme, colours) => {
	test.each(['--ink', '--quiet', '--event', '--forum', '--awards'])(
		'%s on paper has 7:1, as WCAG asks for text at level AAA',
		(name) => {
			expect(contrast(colours[name]!, colours['--paper']!)).toBeGreaterThanOrEqual(7);
		},
	);
});
