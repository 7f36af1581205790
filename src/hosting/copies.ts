/** Compressed copies (`.br`, `.gz`) beside every text, for servers that send them as they are. */
import { createHash } from 'node:crypto';
import {
	copyFile,
	link,
	mkdir,
	readdir,
	readFile,
	rename,
	rm,
	stat,
	utimes,
	writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { filesOf } from '../files-of.ts';
import { mapLimited } from '../map-limited.ts';
import { Refusal } from '../problems.ts';
import { TEXTS } from './headers.ts';

/**
 * Variables of hosts that compress what they send by themselves. GitLab is not here: it sends the
 * copies.
 */
const COMPRESSING = ['CF_PAGES', 'NETLIFY', 'RENDER', 'VERCEL'];

/**
 * Whether a build writes copies: as `COMPRESS` says (`true` or `false`), else unless it runs on a
 * host that sends none.
 * @throws Refusal where `COMPRESS` is anything else.
 */
export function wantsCopies(env: Readonly<Record<string, string | undefined>>): boolean {
	const { COMPRESS } = env;
	if (!COMPRESS) return !COMPRESSING.some((host) => env[host]);
	if (COMPRESS === 'true' || COMPRESS === 'false') return COMPRESS === 'true';
	throw new Refusal(
		`المتغيّر COMPRESS غير صالح: «${COMPRESS}». اكتب COMPRESS=true لتُكتب النسخ المضغوطة، أو COMPRESS=false لتُترك.`,
	);
}

/**
 * Servers of `npm run hosting` that send the copies. Vercel and CloudFront compress by themselves.
 */
const SENDING = ['nginx', 'caddy', 'apache'];

/**
 * What to change where a built site has copies and its server sends none, or the other way round;
 * else undefined.
 */
export function copiesSentence(server: string, hasCopies: boolean): string | undefined {
	const sends = SENDING.includes(server);
	if (sends === hasCopies) return undefined;
	return sends
		? `يرسل ${server} النسخ المضغوطة (.br و.gz) كما هي، وليست في dist/. ابنِ من جديد: COMPRESS=true npm run build`
		: `يضغط ${server} ما يرسله بنفسه، فلا حاجة إلى النسخ المضغوطة (.br و.gz) في dist/. لتقلّ الملفات ابنِ من جديد: COMPRESS=false npm run build`;
}

type Pack = (text: Buffer) => Promise<Buffer>;

/** Of 11. The last step would take twice the time again for 1.5 % fewer bytes. */
const BROTLI = 10;

/** By extension. Another version of a library may give other bytes. */
const PACKS: readonly [extension: string, version: string, pack: Pack][] = [
	[
		'br',
		`${process.versions['brotli']}-${BROTLI}`,
		(text) =>
			promisify(brotliCompress)(text, {
				params: {
					[constants.BROTLI_PARAM_QUALITY]: BROTLI,
					[constants.BROTLI_PARAM_SIZE_HINT]: text.length,
				},
			}),
	],
	['gz', process.versions['zlib'] ?? '', (text) => promisify(gzip)(text, { level: 9 })],
];

/** As many as libuv has threads. */
const AT_ONCE = 4;

/**
 * Writes the copies of a built site. What was compressed is kept by the hash of the text in the
 * folder `cache`, for the next build; what this build did not use is removed there. A file of the
 * cache is renamed into its place when it is whole, so a killed build leaves no half.
 */
export async function writeCopies(root: string, cache: string): Promise<void> {
	await mkdir(cache, { recursive: true });
	const files = filesOf(root).filter((name) => TEXTS.includes(name.split('.').at(-1) ?? ''));
	const used = new Set<string>();
	let drafts = 0;
	await mapLimited(files, AT_ONCE, async (name) => {
		const file = join(root, name);
		const text = await readFile(file);
		const hash = createHash('sha256').update(text).digest('base64url');
		for (const [extension, version, pack] of PACKS) {
			const copy = `${hash}.${version}.${extension}`;
			const kept = join(cache, copy);
			used.add(copy);
			// An empty one is what a machine that lost its power may leave.
			const size = await stat(kept).then(
				(found) => found.size,
				() => 0,
			);
			if (size === 0) {
				const draft = `${kept}.${drafts++}`;
				await writeFile(draft, await pack(text));
				await rename(draft, kept);
			}
			await put(kept, `${file}.${extension}`);
		}
	});
	for (const name of await readdir(cache)) if (!used.has(name)) await rm(join(cache, name));
}

/**
 * Hard-links a file, in a third of the time of a copy; copies it where the disk has no links. Its
 * time is set to now, as that of the page beside it: hosts clean up by age.
 */
async function put(file: string, name: string): Promise<void> {
	try {
		await link(file, name);
		const now = new Date();
		await utimes(name, now, now);
	} catch {
		// The name may be a link to another file: remove it, or that file is overwritten.
		await rm(name, { force: true });
		await copyFile(file, name);
	}
}
