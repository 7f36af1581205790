import { readFileSync } from 'node:fs';
import { type Features, mdxToJs } from 'satteri';
import { describe, expect, test } from 'vitest';
import { caption, creditLine } from '../../src/article/captions.ts';
import { markdown } from '../../src/article/markdown.ts';
import { nearestShape, rows, shapeClass } from '../../src/pictures/rows.ts';

describe('the pictures of a gallery stand in rows alike in height', () => {
	test.each([
		['two', [1.5, 1.5], 4.2, [2]],
		['three', [1.5, 1, 1.5], 4.2, [3]],
		['eight', [1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5], 4.2, [2, 3, 3]],
		['twelve', Array<number>(12).fill(1.5), 4.2, [3, 3, 3, 3]],
		['a panorama has a row of its own', [1.5, 1.5, 4, 1.5, 1.5], 3.3, [2, 1, 2]],
		['no row without a picture', [4, 4], 1, [1, 1]],
		['upright ones share a row on a phone', [0.67, 0.67, 0.67, 1.5], 2, [3, 1]],
	])('%s', (_name, shapes, wanted, expected) => expect(rows(shapes, wanted)).toEqual(expected));

	test.each([
		['3:2', 6000, 4000, 1.5],
		['2:3', 4000, 6000, 2 / 3],
		['4:3', 4032, 3024, 4 / 3],
		['16:9', 1920, 1080, 16 / 9],
		['a phone held upright', 1080, 1920, 9 / 16],
		['nearly square', 1010, 1000, 1],
		['a panorama', 9000, 1500, 4],
		['a tower', 600, 1600, 1 / 2],
	])('a picture of %s has the shape that is next to it', (_name, width, height, shape) =>
		expect(nearestShape({ width, height })).toBe(shape),
	);

	test('each shape has its class', () => {
		const styles = readFileSync(new URL('../../src/styles/pictures.css', import.meta.url), 'utf8');
		const named = Array.from(
			styles.matchAll(/^\.(r\d+) \{\n\tflex-grow: ([\d.]+);/gm),
			([, name = '', grow = '']) => [name, Number(grow)] as const,
		);
		expect(named.map(([name]) => name).sort()).toEqual(
			'r125 r133 r150 r178 r200 r250 r300 r400 r50 r56 r67 r75 r80'.split(' '),
		);
		for (const [name, grow] of named) {
			expect(shapeClass(nearestShape({ width: grow * 1000, height: 1000 }))).toBe(name);
			expect(Math.abs(grow - nearestShape({ width: grow * 1000, height: 1000 }))).toBeLessThan(
				1e-3,
			);
		}
	});
});

describe('what is said under a picture', () => {
	test.each([
		['تالا جرّار', 'تصوير: تالا جرّار'],
		['تصوير: تالا جرّار', 'تصوير: تالا جرّار'],
		['تصوير تالا جرّار', 'تصوير: تالا جرّار'],
		['تصوير : تالا جرّار', 'تصوير: تالا جرّار'],
		['رويترز', 'تصوير: رويترز'],
		['تالا جرّار / وكالة الجسر', 'تصوير: تالا جرّار / وكالة الجسر'],
		['Lina Murad', 'تصوير: Lina Murad'],
		['عدسة: تالا جرّار', 'عدسة: تالا جرّار'],
		['بعدسة تالا جرّار', 'بعدسة تالا جرّار'],
		['المصدر: وزارة الثقافة', 'المصدر: وزارة الثقافة'],
		['أرشيف الصحيفة', 'أرشيف الصحيفة'],
		['© وكالة الجسر', '© وكالة الجسر'],
		['أرشيفان للصور', 'تصوير: أرشيفان للصور'],
	])('the credit «%s»', (credit, expected) => expect(creditLine(credit)).toBe(expected));

	test.each([
		[{}, ''],
		[{ caption: 'القوارب العائدة' }, 'القوارب العائدة'],
		[{ credit: 'رويترز' }, 'تصوير: رويترز'],
		[{ caption: 'القوارب العائدة', credit: 'رويترز' }, 'القوارب العائدة\u00A0– تصوير: رويترز'],
		[{ caption: 'عادت القوارب.', credit: 'رويترز' }, 'عادت القوارب\u00A0– تصوير: رويترز'],
		[
			{ caption: 'قال: «أين القوارب؟»', credit: 'رويترز' },
			'قال: «أين القوارب؟»\u00A0– تصوير: رويترز',
		],
		[
			{ caption: 'عادت القوارب. ثم...', credit: 'رويترز' },
			'عادت القوارب. ثم...\u00A0– تصوير: رويترز',
		],
		[
			{ caption: 'عادت القوارب (تصوير: لينا مراد).', credit: 'تصوير لينا مراد' },
			'عادت القوارب (تصوير: لينا مراد).',
		],
		[
			{ caption: 'في معرض تصوير لينا مرادي', credit: 'لينا مراد' },
			'في معرض تصوير لينا مرادي\u00A0– تصوير: لينا مراد',
		],
	])('%j', (said, expected) => expect(caption(said)).toBe(expected));
});

describe('pictures know where they stand', () => {
	const { features, mdastPlugins, hastPlugins } = markdown().options;
	const compiled = async (text: string) => {
		const options = { features: features as Features, mdastPlugins, hastPlugins };
		return (await mdxToJs(text, options)).code;
	};
	const picture = '![وصف](./a.jpg)';

	test.each([
		['in a figure', `<Figure>\n\n${picture}\n\n</Figure>`, ['column']],
		[
			'of a film',
			`<Video url="https://youtu.be/a" title="فيلم" length="4:32">\n\n${picture}\n\n</Video>`,
			['clip'],
		],
		['in a wide figure', `<Figure wide>\n\n${picture}\n\n</Figure>`, ['wide']],
		[
			'in a gallery',
			`<Gallery>\n\n${picture}\n\n<Figure caption="شرح">\n\n${picture}\n\n</Figure>\n\n</Gallery>`,
			['gallery', 'gallery'],
		],
		[
			'in one paragraph of a gallery',
			`<Gallery>\n${picture}\n${picture}\n</Gallery>`,
			['gallery', 'gallery'],
		],
		['in one line', `<Gallery>${picture}${picture}</Gallery>`, ['gallery', 'gallery']],
		['in the text', `نص.\n\n${picture}`, []],
	])('%s', async (_name, text, places) =>
		expect(
			Array.from((await compiled(text)).matchAll(/place: "(\w+)"/g), ([, name]) => name),
		).toEqual(places),
	);

	test('each of a gallery has a figure of its own, without a paragraph', async () => {
		const code = await compiled(`<Gallery>\n\n${picture}\n\n${picture}\n\n</Gallery>`);
		expect(code.match(/_jsx\(Figure/g)).toHaveLength(2);
		expect(code).not.toMatch(/_components\.p,/);
	});
});
