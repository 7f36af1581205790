/**
 * A project with all that is too odd for the tests' papers: hostile words, pictures of every kind,
 * a fourth section, what a publisher leaves beside the articles, and another style and script than
 * theirs. One build serves the tests of them all.
 */
import { readFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import { CAMERA } from './project.ts';

// What is hostile: site/hostile.test.ts.

/** A page that the publisher laid ready: it takes a side, asks another site, and leads nowhere. */
export const CHART =
	'<!doctype html><meta charset="utf-8"><title>رسم</title><style>p{text-align:left}</style><p style="margin-left:1px">رسم <img src="https://example.org/a.png" alt=""> <a href="none.html">هنا</a></p>\n';

/** Short enough for the map. */
export const CITY = 'R&D <b>';

/** An article with the same words in every field. JSON is YAML, so any words can be written. */
export const article = (words: string, yaml = JSON.stringify(words)) => `---
headline: ${yaml}
dek: ${yaml}
kicker: ${yaml}
topic: ${yaml}
dateline: ${yaml}
source: { name: ${yaml} }
authors: [ ${yaml} ]
published: 2021-06-20
event:
  name: ${yaml}
  theme: ${yaml}
  starts: 2021-06-23
  timeZone: America/Lima
  venue: { name: ${yaml}, city: ${CITY}, country: ${CITY}, countryCode: PE }
  organizers: [ { name: ${yaml} } ]
---

<Event>

${words.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&')}

</Event>
`;

/** All pass the gate. Newlines and tabs are shown as one space. */
export const WORDS: Record<string, string> = {
	plain: 'المنتدى العربي للمكتبات العامة في تونس',
	script: 'عنوان </script><script>alert(1)</script> هنا',
	comment: 'عنوان --> و]]> و</title> و</textarea> و<!--<script> هنا',
	attribute: 'x"><img src=x onerror=alert(1)> و5\'><b> هنا',
	quotes: 'قال UN: "yes" & \'no\' وشاشة 5" و«نعم» هنا',
	ampersand: 'بحوث R&D و&amp و&lt و&#34 و&copy و&nbsp هنا',
	percent: 'خصم 100% و%41 و%0A و#event a?b=1&url=//evil.example+c هنا',
	lines: 'BEGIN:VEVENT\r\nEND:VEVENT\nATTENDEE:mailto:a;b,c\\n\u2028هنا\tكله',
	letters: '🎉 👨‍👩‍👧‍👦 و🇯🇴 و👍🏽 ومُؤَسَّسَةٌ تُشَجِّعُ النّاسِ',
	template: 'قالب {x} و${y} و{{z}} و<%= w %> و$& و$1 و$` هنا',
	markdown: 'خبر `x` و*y* و_z_ و[a][b] وhttps://a.example هنا',
};

/** More of them, with tests of their own. */
const OTHERS = {
	'content/articles/body.mdx': `---
headline: "عنوان فيه ]]> و</title> و&lt;b&gt; R&D"
dek: نص فيه من الرموز ما يفسد غيره.
topic: تجارب
dateline: القاهرة
source: { name: المنارة }
authors: ["سالم & R&amp;D", مريم]
published: 2021-07-01
---

نص فيه ]]\\> و\\<b> و[رابط](/us/)، وهامش[^1].

[^1]: هامش المقال.
`,
	'content/articles/night.mdx': `---
headline: ليلة للرصد على سطح المرصد القديم
dek: من العاشرة ليلًا إلى ما بعد منتصف الليل.
topic: علوم
dateline: القاهرة
source: { name: المنارة }
published: 2021-05
event:
  name: ليلة الرصد
  starts: 2021-06-24T03:00:00Z
  ends: 2021-06-24T01:00:00-05:00
  timeZone: America/Lima
  venue: { name: المرصد, city: R&D <b>, country: بيرو, countryCode: PE, latitude: -12.046, longitude: -77.043 }
  origin: { city: R&D <b>, latitude: 30.044, longitude: 31.236 }
  organizers: [ { name: جمعية الرصد } ]
---

<Event>

يبدأ الرصد ليلًا.

</Event>
`,
	'content/articles/unseen.mdx': `---
headline: أمسية لم يُكتب عنها في النص قسم
dek: في البيانات حدث، وليس في النص ما يعرضه.
kicker: الحجز على ٠٦ ٥٥٥ ٠١٤٢
topic: علوم
dateline: القاهرة
published: 2021-05
event:
  name: أمسية
  starts: 2021-06-24
  timeZone: Africa/Cairo
  venue: { name: المرصد, city: القاهرة, country: مصر, countryCode: EG }
  organizers: [ { name: جمعية الرصد } ]
---

نص بلا قسم.

<PullQuote><Quran surah="العلق" ayah="1">اقْرَأْ بِاسْمِ رَبِّكَ الَّذِي خَلَقَ</Quran></PullQuote>
`,
};

// Pictures: site/picture-files.test.ts.

/** Blue, and red in its upper left quarter, or in another; with what a camera writes. */
const drawn = (width = 120, height = 80, corner = { right: 0, below: 0 }): Sharp => {
	const quarter = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
	const red = { create: { ...quarter, channels: 3, background: '#f00' } } as const;
	const [left, top] = [corner.right * quarter.width, corner.below * quarter.height];
	return sharp({ create: { width, height, channels: 3, background: '#00f' } })
		.composite([{ input: red, left, top }])
		.withExif(CAMERA);
};

/**
 * For each EXIF orientation (TIFF 6.0, section 8), the corner of the red quarter in the file:
 * once upright, the picture is 120 × 80 and red at the top left.
 */
const CORNERS = [
	{ right: 0, below: 0 },
	{ right: 1, below: 0 },
	{ right: 1, below: 1 },
	{ right: 0, below: 1 },
	{ right: 0, below: 0 },
	{ right: 0, below: 1 },
	{ right: 1, below: 1 },
	{ right: 1, below: 0 },
];
const held = (corner: (typeof CORNERS)[number], orientation: number) =>
	(orientation < 5 ? drawn(120, 80, corner) : drawn(80, 120, corner)).withMetadata({ orientation });

/** Red and blue first, then all green. */
const moving = async () => {
	const first = await drawn().removeAlpha().raw().toBuffer();
	const second = Buffer.from(first.map((_, at) => (at % 3 === 1 ? 255 : 0)));
	return sharp(Buffer.concat([first, second]), {
		raw: { width: 120, height: 160, channels: 3, pageHeight: 80 },
	});
};

/** Of 108 million pixels, from a small one: to draw two of that size takes twice as long. */
const vast = async () =>
	sharp(await drawn(120, 90).png().toBuffer())
		.resize(12_000, 9000, { fit: 'fill', kernel: 'nearest' })
		.withExif(CAMERA);

/** By the name of its file: how it is written, and its size as readers see it. */
export const PICTURES: [
	file: string,
	picture: () => Sharp | Promise<Sharp>,
	width: number,
	height: number,
][] = [
	...CORNERS.map((corner, index): (typeof PICTURES)[number] => [
		`held-${index + 1}.jpg`,
		() => held(corner, index + 1).jpeg(),
		120,
		80,
	]),
	['cmyk.jpg', () => drawn().toColourspace('cmyk').jpeg(), 120, 80],
	['progressive.jpg', () => drawn().jpeg({ progressive: true }), 120, 80],
	['phone.jpg', () => drawn().withIccProfile('p3').jpeg(), 120, 80],
	['plain.png', () => drawn().png(), 120, 80],
	['interlaced.png', () => drawn().png({ progressive: true }), 120, 80],
	['plain.webp', () => drawn().webp(), 120, 80],
	['plain.avif', () => drawn().avif({ quality: 90 }), 120, 80],
	['still.gif', () => drawn().gif(), 120, 80],
	['moving.gif', async () => (await moving()).gif({ delay: [90, 90] }), 120, 80],
	['moving.webp', async () => (await moving()).webp({ delay: [90, 90] }), 120, 80],
	['vast.jpg', async () => (await vast()).jpeg({ quality: 30 }), 1120, 840],
	['point.png', () => drawn(1, 1).png(), 1, 1],
	['called otherwise.jpg', () => drawn().png(), 120, 80],
	['صورة من الميناء.JPG', () => drawn().jpeg(), 120, 80],
];

/** Two that their writer wants out of the column: by the name of its file, how it is written. */
const WIDE: [file: string, picture: () => Sharp][] = [
	['upright.jpg', () => drawn(900, 900).jpeg()],
	['long.jpg', () => drawn(900, 600).jpeg()],
];

/** One in portrait format, that leads. */
const TALL: typeof WIDE = [['tall.jpg', () => drawn(360, 480).jpeg()]];

const SHOWN = `---
headline: صور من كل نوع
dek: صور كما تأتي من الكاميرات والهواتف.
topic: صور
dateline: عمّان
published: 2026-11
picture: { src: ./tall.jpg, alt: طويلة, credit: سامر علي }
---

${PICTURES.map(([file]) => `![${file}](<./${file}>)\n`).join('\n')}
${WIDE.map(([file]) => `<Figure wide>\n\n![${file}](./${file})\n\n</Figure>\n`).join('\n')}`;

/** An opinion that its writer's own portrait leads. */
const PORTRAIT = {
	'content/people/salma.mdx': `---
name: سلمى العلي
picture: { src: ../articles/upright.jpg }
---

كاتبة.
`,
	'content/articles/own.mdx': `---
headline: رأي يقوده وجه كاتبته
dek: صورتها تقوم مقام صورة المقال.
kind: opinion
topic: آراء
authors: [سلمى العلي]
dateline: عمّان
published: 2026-11-02
picture: { src: ./upright.jpg, alt: وجه سلمى العلي, credit: سامر علي }
---

نص.
`,
};

// A section: site/sections.test.ts.

const source = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

export const FISHERS = `---
headline: لقاء الصيادين في الميناء القديم
dek: متحدثون من ثلاث قرى.
topic: البحر
dateline: العقبة
published: 2021-05-02
speakers:
  name: ضيوف اللقاء
  guests: [ ليلى الحسن, سامي الكيلاني ]
awards:
  name: جائزة الشباك
---

نص قبل القسم، وفيه [رابط إلى الضيوف](#guests).

<Speakers>

### الضيوف

نص القسم.

</Speakers>

<Awards>

تُسلَّم الجائزة بعد اللقاء.

</Awards>
`;

const SECTION = {
	'src/article/speakers.ts': `import { z } from 'astro/zod';
import { name } from './frontmatter-fields.ts';
export const speakers = z.strictObject({ name, guests: z.array(name).optional() });
`,
	'src/article/sections.ts': source('src/article/sections.ts')
		.replace('import ', "import { speakers } from './speakers.ts';\nimport ")
		.replace(
			'export const SECTIONS = {',
			`export const SECTIONS = {
			speakers: {
				component: 'Speakers',
				schema: speakers,
				parts: ['guests'],
				lead: [{ part: 'guests', numbered: true }],
			},`,
		),
	'src/components/mdx/Speakers.astro': `---
import Section from '../Section.astro';
const speakers = Astro.locals.article?.speakers;
---
<Section id="speakers"><slot /><h3 id="guests">الأسماء</h3><ul>{speakers?.guests?.map((guest) => <li>{guest}</li>)}</ul></Section>
`,
	'src/components/mdx/index.ts': `${source('src/components/mdx/index.ts')}export { default as Speakers } from './Speakers.astro';\n`,
	'src/strings.ts': source('src/strings.ts').replace(
		'export const strings = {',
		"export const strings = {\n\tspeakers: 'المتحدثون',",
	),
	'content/articles/fishers.mdx': FISHERS,
};

// What publishers add: site/publisher.test.ts.

const page = (title: string, footer: string, text: string) =>
	`---\ntitle: ${title}\n${footer}---\n\n${text}\n`;

/** Each as its writer left it in the evening. */
export const DRAFTS = {
	'no-keys.mdx': '---\nheadline: عنوان\ndraft: true\n---\n\n![صورة](./none.jpg)\n',
	'open-tag.mdx': '---\nheadline: عنوان\ndraft: true\n---\n\n<Note>\n',
	'open-keys.mdx': '---\nheadline: "عنوان\ndraft: true\n---\n\nنص.\n',
	'no-end.mdx': '---\nheadline: عنوان\ndraft: true\n\nنص.\n',
	'بلا اسم.mdx': '---\nheadline: عنوان\ndraft: true\n---\n\nنص.\n',
	'taken-back.mdx':
		'---\nheadline: عنوان\ndraft: true\nwithdrawn: { date: 2026-11-01, reason: خطأ. }\n---\n\nنص.\n',
	'No-Keys.mdx': '---\nheadline: عنوان\ndraft: true\n---\n\nنص.\n',
};

/** Of the site that was there before. */
const REDIRECTS = `# From the old site.
/?p=12           /rss.xml     # WordPress
/2014/%d9%82%d8%af%d9%8a%d9%85/   /
/contact.html    https://example.org/contact  302
`;

const BESIDE = {
	'content/pages/team.mdx': page('هيئة التحرير', 'footer: 2\n', 'نص.'),
	'content/pages/print.mdx': page('الطبعة الورقية', '', 'نص.'),
	'content/pages/hidden.mdx': page('صفحة بلا موضع', 'footer: false\n', '3. ثالث\n4. رابع'),
	'content/pages/us.mdx': page(
		'من نحن',
		'dek: ثلاثة محررين.\nfooter: 1\n',
		'## اتصل بنا\n\nراسلونا: <Contact />',
	),
	'content/redirects.txt': REDIRECTS,
	'public/_redirects': '/mine/* /:splat 301\n',
	'public/_headers': '/mine/*\n  X-Mine: yes\n',
	'public/CNAME': 'sada.example\n',
	'public/robots.txt': 'User-agent: *\nDisallow: /mine/\n',
	'public/mine/report.csv': 'أ,ب\n',
	'public/mine/chart.html': CHART,
	'public/.gitkeep': 'what the engine comes with\n',
	...Object.fromEntries(
		Object.entries(DRAFTS).map(([name, text]) => [`content/articles/${name}`, text]),
	),
};

export const SUNDRY = {
	paper: 'sada',
	address: 'https://sada.example/',
	/** Changes to a copy of the engine. */
	files: {
		content: undefined,
		...Object.fromEntries(
			Object.entries(WORDS).map(([name, words]) => [
				`content/articles/${name}.mdx`,
				article(words),
			]),
		),
		...OTHERS,
		'content/articles/pictures.mdx': SHOWN,
		...PORTRAIT,
		...SECTION,
		...BESIDE,
		// Another style and script: hosts/hosts.test.ts.
		'content/articles/book-fair.mdx': source('tests/newsroom/content/articles/book-fair.mdx'),
		'src/styles/site.css': `${source('src/styles/site.css')}\nbody { outline-color: rgb(1, 2, 3); }\n`,
		'src/scripts/share.ts': `${source('src/scripts/share.ts')}\ndocument.documentElement.dataset.next = '1';\n`,
	},
	pictures: [...PICTURES, ...WIDE, ...TALL],
} as const;
