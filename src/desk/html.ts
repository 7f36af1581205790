/** Tags of HTML that come along when a text is copied from a page, and what to write instead. */
const INSTEAD: Record<string, string> = {
	a: 'اكتب [النص](https://…)',
	b: 'اكتب **النص**',
	strong: 'اكتب **النص**',
	i: 'اكتب *النص*',
	em: 'اكتب *النص*',
	s: 'اكتب ~~النص~~',
	del: 'اكتب ~~النص~~',
	img: 'ضع الصورة بجوار المقال واكتب ![الوصف](./photo.jpg)',
	iframe: 'اكتب <Video url="https://…" title="…"> أو <Embed url="https://…" title="…">',
	video: 'اكتب <Video url="https://…" title="…">',
	script: 'احذفه بما فيه',
	style: 'احذفه بما فيه',
	hr: 'اكتب --- بين سطرين فارغين',
	li: 'ابدأ السطر بـ «- »',
	blockquote: 'ابدأ الفقرة بـ «> »',
	code: 'اكتب `النص`',
	sup: 'اكتب الحرف المرتفع نفسه، مثل م²',
	sub: 'اكتب الحرف المنخفض نفسه، مثل CO₂',
	table: 'اكتب الجدول بعلامات |، وتحت رأسه سطر --- ',
	...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, 'ابدأ السطر بـ ##'])),
};

/**
 * What is wrong with an element of HTML, with its mend; undefined for a name that begins with a capital, as components do.
 * @param known The components that may be used here.
 */
export function htmlSentence(name: string, known: readonly string[] = []): string | undefined {
	if (!/^[a-z]/.test(name)) return undefined;
	const meant = known.find((component) => component.toLowerCase() === name);
	if (meant) return `المكوّن <${name}> غير معروف. اكتبه <${meant}>.`;
	const instead = Object.hasOwn(INSTEAD, name)
		? `${INSTEAD[name]?.trim()}.`
		: 'احذفه وأبقِ ما بداخله.';
	return `الوسم <${name}> من HTML ولا يُقبل هنا. ${instead}`;
}
