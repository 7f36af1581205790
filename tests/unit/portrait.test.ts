import { expect, test } from 'vitest';
import { isPortrait } from '../../src/article/bundled-image.ts';

const image = (src: string) => ({ src, width: 900, height: 1200, format: 'jpg' as const });
const bundled = (src: string) => ({ ...image(''), clone: image(src) });

test.each([
	['of the writer', [{ image: bundled('/_astro/portrait.B1.jpg') }], true],
	['of the second of two', [{}, { image: bundled('/_astro/portrait.B1.jpg') }], true],
	['of another file by that name', [{ image: bundled('/_astro/portrait.C2.jpg') }], false],
	['where none has a portrait', [{}], false],
])('a picture is the portrait %s', (_case, writers, is) =>
	expect(isPortrait(bundled('/_astro/portrait.B1.jpg'), writers)).toBe(is),
);
