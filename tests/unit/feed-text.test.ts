import { describe, expect, test } from 'vitest';
import { feedText, withoutControls } from '../../src/sharing/feed.ts';

const PERMALINK = 'https://example.org/news/articles/forum/';

describe('the text of an article for feeds', () => {
	test.each([
		[
			'styles and ids go',
			'<p class="text-note" id="a" style="color:red" data-x="1">نص</p>',
			'<p>نص</p>',
		],
		[
			'handlers go',
			'<img src="/a.jpg" alt="صورة" onerror="alert(1)">',
			'<img src="https://example.org/a.jpg" alt="صورة">',
		],
		[
			'what runs or loads goes with all that it holds',
			'<script>alert(1)</script><style>p{}</style><iframe src="/x"></iframe><noscript>لا</noscript><p>نص</p>',
			'<p>نص</p>',
		],
		[
			'drawings and navigation go',
			'<svg><text>رسم</text></svg><nav><a href="#a">قائمة</a></nav><button>زر</button><p>نص</p>',
			'<p>نص</p>',
		],
		[
			'what asks for something goes',
			'<form action="/a"><input name="a">نص</form><p>نص</p>',
			'<p>نص</p>',
		],
		[
			'boxes of tasks become signs',
			'<ul><li><input type="checkbox" disabled> نص</li><li><input type="checkbox" checked disabled> نص</li></ul>',
			'<ul><li>☐ نص</li><li>☑ نص</li></ul>',
		],
		['what is hidden goes', '<p hidden>مخفي</p><p>نص</p>', '<p>نص</p>'],
		[
			'what the page alone has a use for goes',
			'<p class="a noprint">مشاركة</p><a class="self" href="#event">#</a><ol class="strip strip-long"><li>23</li></ol><p>نص</p>',
			'<p>نص</p>',
		],
		[
			'the map that the page draws goes with its words: feeds have it as a picture',
			'<p>نص</p><figure class="map"><svg><path d="M0 0"/></svg><figcaption class="text-small">المسافة</figcaption></figure>',
			'<p>نص</p>',
		],
		['what is for paper alone goes', '<p class="paper-only">العنوان</p><p>نص</p>', '<p>نص</p>'],
		['a class that only begins alike stays', '<p class="stripes">نص</p>', '<p>نص</p>'],
		[
			'frames go, what they hold stays',
			'<section id="event"><div class="row"><h2 id="event-heading">الحدث</h2></div></section>',
			'<h2>الحدث</h2>',
		],
		[
			'directions stay',
			'<div dir="rtl" lang="ar"><span dir="rtl">14–17</span> <bdi dir="ltr">ACK LIB</bdi></div>',
			'<div dir="rtl" lang="ar"><span dir="rtl">14–17</span> <bdi dir="ltr">ACK LIB</bdi></div>',
		],
		['numbers of items stay', '<ol><li value="7">نص</li></ol>', '<ol><li value="7">نص</li></ol>'],
		[
			'dates stay',
			'<time datetime="2024-05-14" class="x">14 مايو</time>',
			'<time datetime="2024-05-14">14 مايو</time>',
		],
		[
			'addresses from the root are complete',
			'<a href="/news/about/">عن</a>',
			'<a href="https://example.org/news/about/">عن</a>',
		],
		[
			'addresses within the page lead to it',
			'<a href="#event">الحدث</a>',
			`<a href="${PERMALINK}#event">الحدث</a>`,
		],
		[
			'relative ones too',
			'<img src="map.jpg" srcset="map.jpg 2x" alt="">',
			`<img src="${PERMALINK}map.jpg" alt="">`,
		],
		[
			'addresses elsewhere stay',
			'<a href="mailto:a@example.org">بريد</a><a href="https://docs.un.org/ar/A/LIB/12/45">قرار</a>',
			'<a href="mailto:a@example.org">بريد</a><a href="https://docs.un.org/ar/A/LIB/12/45">قرار</a>',
		],
		[
			'those of citations too',
			'<blockquote cite="/news/about/"><p>نص</p></blockquote>',
			'<blockquote cite="https://example.org/news/about/"><p>نص</p></blockquote>',
		],
		['blank lines are one line break', '<p>أ</p>\n\n\t\n<p>ب</p>\n', '<p>أ</p>\n<p>ب</p>'],
		['comments go', '<!-- سر --><p>نص</p>', '<p>نص</p>'],
		['signs of markup stay signs', '<p>&lt;b&gt; &amp;amp;</p>', '<p>&lt;b&gt; &amp;amp;</p>'],
		[
			'emphasis, lists and tables stay',
			'<ul class="rows"><li><b class="x">أ</b></li></ul><table><tbody><tr><td colspan="2" rowspan="3">ب</td></tr></tbody></table>',
			'<ul><li><b>أ</b></li></ul><table><tbody><tr><td colspan="2" rowspan="3">ب</td></tr></tbody></table>',
		],
	])('%s', (_case, html, expected) => expect(feedText(html, PERMALINK)).toBe(expected));
});

test.each([
	['أ\u0000\u0007\u000bب', 'أب'],
	['سطر\r\nوسطر\tآخر', 'سطر\r\nوسطر\tآخر'],
	['🎉\u200F', '🎉\u200F'],
	['\uFFFE\uFFFF\uD800', ''],
])('%j is written in XML as %j', (text, expected) => expect(withoutControls(text)).toBe(expected));
