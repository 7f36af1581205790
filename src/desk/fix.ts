/**
 * `npm run fix [-- FILE …]`: mends in all content what has one right answer, and prints each
 * change. `--check` only lists; then the status is 1 where there is something to mend.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, styleText } from 'node:util';
import { contentNames } from '../article/files.ts';
import { FOLDERS } from '../article/folders.ts';
import { inWords } from '../plural.ts';
import { isText } from '../problems.ts';
import { mendArticle } from './mend.ts';
import { PLACES } from './problem.ts';

const { values, positionals } = parseArgs({
	options: { check: { type: 'boolean', default: false } },
	allowPositionals: true,
});
const root = resolve(import.meta.dirname, '../..');
const names = await Promise.all(
	FOLDERS.map((name) => contentNames(`content/${name}/`, pathToFileURL(`${root}/`))),
);
const all = names.flat().filter((name) => name.endsWith('.mdx'));
const files =
	positionals.length > 0
		? positionals.map((name) => resolve(name))
		: all.map((name) => resolve(root, name));

let count = 0;
for (const file of files) {
	const name = relative(root, file).replaceAll('\\', '/');
	if (!existsSync(file)) {
		console.error(`${name}: لا يوجد ملف بهذا الاسم. صحّح اسمه.`);
		process.exitCode = 1;
		continue;
	}
	const bytes = readFileSync(file);
	const raw = bytes.toString('utf8');
	// Not UTF-8: writing it back would destroy its letters.
	if (!isText(bytes)) {
		console.error(`${name}: الملف ليس بترميز UTF-8. احفظه به ثم أعد الأمر.`);
		process.exitCode = 1;
		continue;
	}
	const { text, changes } = mendArticle(name, raw);
	for (const { line, before, after } of changes)
		console.log(
			`${styleText('dim', `${name}:${line}`)} ${before} ${styleText('dim', '→')} ${after}`,
		);
	count += changes.length;
	if (changes.length > 0 && !values.check) writeFileSync(file, text);
}
if (count === 0) console.log('لا شيء يُصحَّح.');
else if (values.check) {
	console.log(`يُصحَّح آليًا ${inWords(count, PLACES)}. للكتابة في الملفات: npm run fix`);
	process.exitCode = 1;
} else console.log(`صُحِّح ${inWords(count, PLACES)}. راجع التغيير بـ git diff.`);
