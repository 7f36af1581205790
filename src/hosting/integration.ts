import { glob, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { LOCAL, siteAddress } from '../address/environment.ts';
import { base } from '../address/urls.ts';
import { site } from '../site.ts';
import {
	contentSecurityPolicy,
	headersFile,
	inlineHashes,
	redirectsFile,
	TEXTS,
	withPolicy,
} from './headers.ts';

/**
 * Makes the built files ready for any host: the policy in every page, what hosts read beside the pages, and compressed
 * copies. It changes what others have written, so only `publish` comes after it.
 */
export default function hosting(): AstroIntegration {
	return {
		name: 'hosting',
		hooks: {
			'astro:config:setup': ({ command, logger }) => {
				if (command === 'build' && !siteAddress(process.env))
					logger.warn(`
  لم يُحدَّد عنوان الموقع، فبُني للتجربة وحدها على ${LOCAL}
  الروابط القانونية وبطاقات المشاركة والخلاصة وخريطة الموقع تشير كلها إلى هذا الجهاز، فلا تنشر هذا البناء.
  للنشر: SITE_URL=https://example.org/ npm run build
`);
				if (command === 'build' && Date.parse(site.securityExpires) < Date.now())
					logger.warn('انقضت مدة security.txt. جدّد securityExpires في src/site.ts.');
			},
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				const pages = await Array.fromAsync(glob('**/*.html', { cwd: root }), async (name) => ({
					file: join(root, name),
					html: await readFile(join(root, name), 'utf8'),
				}));
				const hashes = (name: 'script' | 'style') =>
					[...new Set(pages.flatMap(({ html }) => inlineHashes(html, name)))].sort();
				const policy = contentSecurityPolicy({ script: hashes('script'), style: hashes('style') });
				for (const { file, html } of pages) await writeFile(file, withPolicy(html, policy));

				const entries = (await readdir(root, { withFileTypes: true }))
					.map((entry) => entry.name + (entry.isDirectory() ? '/' : ''))
					.sort();
				await writeFile(join(root, '_headers'), headersFile(entries, policy, base));
				await writeFile(join(root, '_redirects'), redirectsFile(base));
				// GitHub's Jekyll would leave out folders that begin with an underscore.
				await writeFile(join(root, '.nojekyll'), '');

				const names = (await readdir(root, { recursive: true })).filter((name) =>
					TEXTS.includes(name.split('.').at(-1) ?? ''),
				);
				for (const name of names) {
					const text = await readFile(join(root, name));
					await writeFile(
						`${join(root, name)}.br`,
						await promisify(brotliCompress)(text, {
							params: {
								[constants.BROTLI_PARAM_QUALITY]: 11,
								[constants.BROTLI_PARAM_SIZE_HINT]: text.length,
							},
						}),
					);
					await writeFile(`${join(root, name)}.gz`, await promisify(gzip)(text, { level: 9 }));
				}
			},
		},
	};
}
