import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { FilesBeside } from '../../src/desk/addresses.ts';
import { articleProblems } from '../../src/desk/judge.ts';
import { pictureVerdicts } from '../../src/desk/pictures.ts';

const FACTS = `headline: ميناء المدينة قبل الشروق
dek: تعود القوارب والمدينة نائمة.
topic: صور
dateline: العقبة
published: 2026-11-25
`;
const PICTURE = { src: './photo.jpg', alt: 'قوارب في مرفأ', credit: 'لينا مراد' };

/** What lies beside the article. */
const FILES = [
	'./photo.jpg',
	'./camera.JPG',
	'./IMG_01.JPG',
	'./Old Port.png',
	'./أطفال.jpg'.normalize('NFD'),
	'./لقطة شاشة 3.04.05\u202Fم.png',
	'./صور/\u200Fسوق.jpg',
	'./a\u00A0b\u00A0c.jpg',
	'./مباراة\u200C اليوم.jpg',
];

/** `field: message` of what is wrong with an article that this picture leads; a warning begins with «!». */
function problems(
	picture: string | Record<string, unknown>,
	verdict?: FilesBeside['verdict'],
	key = 'picture',
): string[] {
	const text = typeof picture === 'string' ? picture : JSON.stringify(picture);
	return articleProblems('content/articles/a.mdx', `---\n${FACTS}${key}: ${text}\n---\n\nنص.\n`, {
		exists: (path) => FILES.includes(path) || /^\.\/صورة/.test(path),
		names: (folder) =>
			FILES.flatMap((file) => (file.startsWith(folder) ? file.slice(folder.length) : [])),
		...(verdict && { verdict }),
		publications: new Map(),
	}).map(
		({ field, message, severity, line }) => `${line} ${severity ? '!' : ''}${field}: ${message}`,
	);
}

describe('the picture that leads an article', () => {
	test.each([
		['with what it must have', PICTURE],
		['with all that it may have', { ...PICTURE, caption: 'قوارب عائدة', focus: '60% 30%' }],
		['with a focus in a corner', { ...PICTURE, focus: '0% 100%' }],
		['by a name in Arabic', { ...PICTURE, src: './صورة الميناء.jpg' }],
		['by a name as links write it', { ...PICTURE, src: encodeURI('./صورة الميناء.jpg') }],
	])('is right %s', (_case, picture) => expect(problems(picture)).toEqual([]));

	test.each([
		[
			'without words',
			{ ...PICTURE, alt: undefined },
			'7 picture.alt: المفتاح picture.alt ناقص. أضف تحت picture سطرًا مثل: alt: قوارب صيد تدخل مرفأ صغيرًا',
		],
		[
			'without a credit',
			{ ...PICTURE, credit: undefined },
			'7 picture.credit: المفتاح picture.credit ناقص. أضف تحت picture سطرًا مثل: credit: لينا مراد',
		],
		[
			'with a focus in words',
			{ ...PICTURE, focus: 'top' },
			'7 picture.focus: اكتب نسبتين بينهما مسافة: بُعد النقطة عن يسار الصورة ثم عن أعلاها، مثل 60% 30%',
		],
		[
			'with a focus outside',
			{ ...PICTURE, focus: '120% 30%' },
			'7 picture.focus: اكتب نسبتين بينهما مسافة: بُعد النقطة عن يسار الصورة ثم عن أعلاها، مثل 60% 30%',
		],
		[
			'whose file is missing',
			{ ...PICTURE, src: './none.jpg' },
			'7 picture.src: الصورة «./none.jpg» غير موجودة. صحّح اسمها أو ضع الملف في مكانه.',
		],
		[
			'whose suffix is in capitals on the disk',
			{ ...PICTURE, src: './camera.jpg' },
			'7 picture.src: الصورة «./camera.jpg» غير موجودة، وبجوار المقال «./camera.JPG». اكتب اسمها كما هو.',
		],
		[
			'whose name is in capitals on the disk',
			{ ...PICTURE, src: './img_01.jpeg' },
			'7 picture.src: الصورة «./img_01.jpeg» غير موجودة، وبجوار المقال «./IMG_01.JPG». اكتب اسمها كما هو.',
		],
		[
			'whose name has capitals on the disk, which macOS takes for the same',
			{ ...PICTURE, src: './old port.png' },
			'7 picture.src: الصورة «./old port.png» غير موجودة، وبجوار المقال «./Old Port.png». اكتب اسمها كما هو.',
		],
		[
			'whose file is named in parts of letters',
			{ ...PICTURE, src: './أطفال.jpg' },
			'7 picture.src: الصورة «./أطفال.jpg» لا تُوجد باسمها: ملفها مسمّى بحروف مفكّكة (NFD)، كما تحفظها بعض البرامج في macOS. احذف اسم الملف واكتبه من جديد.',
		],
		...[
			['./لقطة شاشة 3.04.05 م.png', 'U+202F'],
			['./صور/سوق.jpg', 'U+200F'],
			['./a b c.jpg', 'U+00A0'],
			['./مباراة اليوم.jpg', 'U+200C'],
		].map(([src = '', sign]): [string, Record<string, string>, string] => [
			`whose file is named with ${sign}`,
			{ ...PICTURE, src },
			`7 picture.src: الصورة «${src}» لا تُوجد باسمها: في اسم ملفها محرف لا يُرى (${sign}). احذف اسم الملف واكتبه من جديد.`,
		]),
		...['jfif', 'MPO'].map((suffix): [string, Record<string, string>, string] => [
			`that is JPEG by another name, ${suffix}`,
			{ ...PICTURE, src: `./web.${suffix}` },
			`7 picture.src: الصورة «./web.${suffix}» بصيغة jpg، ولا تُقبل بلاحقة .${suffix}. سمِّ الملف بلاحقة jpg مكانها.`,
		]),
		[
			'by its name alone',
			{ ...PICTURE, src: 'photo.jpg' },
			'7 picture.src: اسم الصورة «photo.jpg» بلا ./ قبله، فلا يُعرف أنها بجوار النص. اكتب ./photo.jpg',
		],
		[
			'on another host',
			{ ...PICTURE, src: 'https://photos.example/a.jpg' },
			'7 picture.src: ليس ملفًا بجوار المقال. ضع الصورة بجواره واكتب ./ قبل اسمها، مثل ./photo.jpg، بلا ? ولا # في الاسم.',
		],
		[
			'that is no picture',
			{ ...PICTURE, src: './photo.svg' },
			'7 picture.src: الملف «./photo.svg» ليس صورة مقبولة. حوّله إلى jpg أو png أو webp أو avif أو gif، وإن لم يكن صورة فاجعله رابطًا إلى مكانه على الشبكة.',
		],
	])('is wrong %s', (_case, picture, expected) => expect(problems(picture)).toEqual([expected]));

	test('is told of by its name alone', () =>
		expect(problems('harbour.jpg')).toEqual([
			'7 picture: المفتاح picture يأخذ مجموعة مفاتيح. اكتبه هكذا: picture: { src: ./harbour.jpg, alt: قوارب صيد تدخل مرفأ صغيرًا, credit: لينا مراد }',
		]));

	test('may have been meant by another key', () =>
		expect(problems(PICTURE, undefined, 'image')).toEqual([
			'7 image: المفتاح image غير معروف. اكتب مكانه: picture: { src: ./photo.jpg, alt: قوارب في مرفأ, credit: لينا مراد }',
		]));

	test('is small below 600 px', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'lead-'));
		const [small, large] = await Promise.all(
			[599, 600].map(async (width) => {
				const file = join(folder, `${width}.png`);
				await sharp({ create: { width, height: 400, channels: 3, background: '#888' } }).toFile(
					file,
				);
				return file;
			}),
		);
		const cache = join(folder, 'cache/verdicts.json');
		const kept = async () => Object.values(JSON.parse(await readFile(cache, 'utf8')));
		// An earlier version took the small one for sound.
		const hash = createHash('sha256')
			.update(await readFile(small!))
			.digest('base64url');
		await mkdir(join(folder, 'cache'));
		await writeFile(cache, JSON.stringify({ [hash]: '' }));
		expect([...(await pictureVerdicts([small!, large!], cache, true))]).toEqual([[small, 'small']]);
		expect(await kept()).toEqual(['small', '']);
		// Of one that is gone nothing is kept, as soon as all are judged.
		await pictureVerdicts([large!], cache, false);
		expect(await kept()).toEqual(['small', '']);
		await pictureVerdicts([large!], cache, true);
		expect(await kept()).toEqual(['']);
		await rm(folder, { recursive: true });
	});

	test('is warned of where it is small, and refused where its file is broken', () => {
		expect(problems(PICTURE, () => 'small')).toEqual([
			'7 !picture.src: الصورة «./photo.jpg» صغيرة على صدر المقال: عرضها دون 600 بكسل فتظهر باهتة. ضع مكانها أصلًا عرضه 1200 بكسل أو أكثر.',
		]);
		expect(problems(PICTURE, () => 'broken')).toEqual([
			'7 picture.src: الصورة «./photo.jpg» ناقصة أو تالفة. انسخها من جديد من الكاميرا أو من مصدرها.',
		]);
	});

	test('has words that are judged as all others are, and a file whose name is not', () => {
		expect(problems({ ...PICTURE, caption: 'قال "نعم"' }).join()).toMatch(/picture\.caption/);
		expect(problems({ ...PICTURE, src: './صورة ,الميناء.jpg' })).toEqual([]);
	});
});
