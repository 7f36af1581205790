import { describe, expect, test } from 'vitest';
import {
	diskSentence,
	fingerprint,
	pathSentence,
	roomNeeded,
	roomSentence,
} from '../../src/hosting/publish.ts';

describe('what the disk says, in a sentence that names the folder and the mend', () => {
	test.each([
		['a full disk', 'ENOSPC', /امتلأ القرص.*\/srv\/site .*أفرغ مساحة/],
		['a quota that is used up', 'EDQUOT', /quota.*\/srv\/site .*احذف/],
		['a disk to read only', 'EROFS', /\/srv\/site للقراءة فقط.*mount -o remount,rw/],
		['a folder of somebody else', 'EACCES', /لا يُسمح.*\/srv\/site\. .*chown.*chmod u\+w/],
		['a file that a program holds, on Windows', 'EPERM', /لا يُسمح.*\/srv\/site\. .*أغلق/],
		['a folder that is a mount point', 'EBUSY', /\/srv\/site: هو مجلد مركّب.*ابنِ دون تركيب/],
		['a folder on another disk', 'EXDEV', /\/srv\/site: هو في نظام ملفات غير.*احذفه/],
	])('%s', (_name, code, expected) => {
		expect(diskSentence(code, '/srv/site')).toMatch(expected);
		expect(diskSentence(code, '/srv/site')).toMatch(/\.$/);
	});

	test.each([
		['a file that is not there', 'ENOENT'],
		['an error without a code', undefined],
	])('%s is none of the disk', (_name, code) => {
		expect(diskSentence(code, '/srv/site')).toBeUndefined();
	});
});

describe('the room that a build wants', () => {
	test.each([
		['the first build', 0, 50_000_000],
		['a site of 100 MB', 100_000_000, 350_000_000],
	])('%s', (_name, last, needed) => expect(roomNeeded(last)).toBe(needed));

	test('what there is is rounded down and what is wanted up', () => {
		expect(roomSentence(51_999_999, 52_000_001, '/srv/site')).toMatch(
			/\/srv\/site .*المتاح فيه 51 MB.* 53 MB\. أفرغ/,
		);
	});

	test('just enough is enough', () =>
		expect(roomSentence(52_000_000, 52_000_000, '/srv/site')).toBeUndefined());
});

describe('the path of the project', () => {
	test.each(['/srv/100%', '/srv/a%20b', '/srv/#1/site', '/srv/a?b', '/srv/"a"'])(
		'%s is refused',
		(folder) => {
			expect(pathSentence(folder)).toMatch(/مسار المشروع \/srv\/.* العلامة [%#?"]، .*انقل المشروع/);
		},
	);
	test.each([
		'/srv/site',
		'/srv/my site',
		'/srv/موقع الأخبار',
		"/srv/it's [1] {2} $3 & (4)+!;`",
		'C:\\sites\\khabar',
	])('%s will do', (folder) => {
		expect(pathSentence(folder)).toBeUndefined();
	});
});

describe('the fingerprint of a site', () => {
	const file = (path: string, text: string) => [path, Buffer.from(text)] as const;
	const site = [file('index.html', 'a'), file('about/index.html', 'b')];

	test('it is what the command in its description prints', () => {
		// printf a > index.html; mkdir about; printf b > about/index.html; find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum
		expect(fingerprint(site)).toBe(
			'7ea4fad4af51ac0fbc9569faa1b463f267e228968081040f566bfb7bc85f423c',
		);
	});

	test('the order in which the files are told does not matter', () =>
		expect(fingerprint([...site].reverse())).toBe(fingerprint(site)));

	test.each([
		['a byte', [file('index.html', 'A'), file('about/index.html', 'b')]],
		['a name', [file('index.htm', 'a'), file('about/index.html', 'b')]],
		['a file more', [...site, file('empty', '')]],
		['a file less', site.slice(1)],
		['two contents exchanged', [file('index.html', 'b'), file('about/index.html', 'a')]],
	])('it tells of %s', (_name, other) => expect(fingerprint(other)).not.toBe(fingerprint(site)));

	test('names are ordered by their bytes: ﷺ (U+FDFA) comes before 😀 (U+1F600)', () => {
		// The same command, with these two names; in UTF-16 they stand the other way round.
		expect(fingerprint([file('😀', 'a'), file('ﷺ', 'b')])).toBe(
			'50fca26112706c3617e572c0a00c0be53ecafed471541cb6353cb5bbd38d360d',
		);
	});
});
