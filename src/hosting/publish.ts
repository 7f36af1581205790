/** What `hosting/publish-integration.ts` asks of the disk, and how it speaks of it. */

import { createHash } from 'node:crypto';

/** One megabyte as people count it, in bytes. */
const MB = 1_000_000;

/**
 * What an error of the file system means for whoever builds, with the mend; undefined for errors that are none of the disk.
 * `folder` is where it happened. Source of the codes: man 7 errno, man 2 rename.
 */
export function diskSentence(code: string | undefined, folder: string): string | undefined {
	switch (code) {
		case 'ENOSPC':
			return `امتلأ القرص الذي فيه ${folder} قبل أن يكتمل البناء. أفرغ مساحة فيه ثم أعد البناء.`;
		case 'EDQUOT':
			return `بلغ حسابك حصّته (quota) من القرص الذي فيه ${folder} قبل أن يكتمل البناء. احذف ما لا تحتاج إليه أو اطلب حصّة أكبر ثم أعد البناء.`;
		case 'EROFS':
			return `القرص الذي فيه ${folder} للقراءة فقط (read-only)، والبناء يكتب فيه. أعد تركيبه قابلًا للكتابة (mount -o remount,rw) أو انسخ المشروع إلى مجلد آخر، ثم أعد البناء.`;
		case 'EACCES':
		case 'EPERM':
			return `لا يُسمح لحسابك بالكتابة في ${folder}. اجعله ملكًا لحسابك (chown) أو امنحه حق الكتابة (chmod u+w)، وأغلق ما يفتح ملفاته من برامج، ثم أعد البناء.`;
		case 'EBUSY':
			return `لا يمكن استبدال ${folder}: هو مجلد مركّب (mount أو volume) أو يشغله برنامج آخر. أغلق البرنامج، أو ابنِ دون تركيب شيء عليه ثم انسخ الموقع إلى مكانه.`;
		case 'EXDEV':
			return `لا يمكن استبدال ${folder}: هو في نظام ملفات غير الذي فيه .astro/ (مجلد مركّب، أو طبقة من صورة حاوية). احذفه إن لم يكن مركّبًا، أو ابنِ دون تركيب شيء عليه ثم انسخ الموقع إلى مكانه.`;
		default:
			return undefined;
	}
}

/** Why a build does not begin in this folder, or undefined where it can: vite and Astro cut the paths of files at these signs. */
export function pathSentence(folder: string): string | undefined {
	const [sign] = /[%#?"]/.exec(folder) ?? [];
	return (
		sign &&
		`في مسار المشروع ${folder} العلامة ${sign}، ولا يُبنى الموقع حيث في المسار % أو # أو ? أو ". غيّر اسم المجلد أو انقل المشروع إلى غيره، ثم أعد البناء.`
	);
}

/** What stands where a build wants a folder of its own, and the mend. */
export function kindSentence(kind: 'link' | 'file', folder: string): string {
	return kind === 'link'
		? `${folder} وصلة (symlink)، والبناء يضع مجلدًا مكانها. احذفها (rm) ثم أعد البناء؛ وإن أردت الموقع في مكان آخر فانسخه إليه بعد البناء.`
		: `${folder} ملف، والبناء يريد مجلدًا بهذا الاسم. احذفه أو انقله ثم أعد البناء.`;
}

/** Why a build does not begin while the process `pid` builds in the same folder; `file` is its lock. */
export const lockSentence = (pid: number, file: string): string =>
	`يجري بناء آخر في هذا المجلد (process ${pid}). انتظر حتى ينتهي ثم أعد البناء؛ وإن لم يكن ذلك بناءً فاحذف ${file}.`;

/**
 * The room that a build wants, in bytes, by the size of the last site: that much for the new site, as much for the
 * cache of its pictures, and as much for their originals, which Astro puts beside them for a while. The constant is for
 * what is new since then, and for the first build.
 */
export const roomNeeded = (lastSite: number): number => 3 * lastSite + 50 * MB;

/** Why a build does not begin on a disk with too little room (bytes), or undefined where there is enough. */
export function roomSentence(free: number, needed: number, folder: string): string | undefined {
	if (free >= needed) return undefined;
	return `القرص الذي فيه ${folder} يكاد يمتلئ: المتاح فيه ${Math.floor(free / MB)} MB، والبناء يحتاج إلى ${Math.ceil(needed / MB)} MB. أفرغ مساحة فيه ثم أعد البناء.`;
}

/**
 * The fingerprint of a site: the sha256, in hex, over what sha256sum prints for its files (`<sha256>  ./<path>\n`), in the
 * order of their paths' bytes. Paths are relative with forward slashes. Anybody can count it again without this code:
 * `cd dist && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum`
 */
export function fingerprint(files: Iterable<readonly [path: string, content: Uint8Array]>): string {
	const sha256 = (content: string | Uint8Array) =>
		createHash('sha256').update(content).digest('hex');
	const lines = [...files].map(
		([path, content]) => [Buffer.from(path), `${sha256(content)}  ./${path}\n`] as const,
	);
	return sha256(
		lines
			.sort(([a], [b]) => a.compare(b))
			.map(([, line]) => line)
			.join(''),
	);
}
