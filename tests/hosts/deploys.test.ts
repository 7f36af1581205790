import { readFileSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { load } from 'cheerio';
import { describe, expect, inject, test } from 'vitest';
import { copyProject } from '../project.ts';
import { SERVERS } from './servers.ts';

const nginx = SERVERS['nginx']!;
const ARTICLE = 'articles/oman-un-public-service-forum-2015/';
const [site] = inject('sites');

if (nginx.missing && process.env['CI']) test(`wants: ${nginx.missing}`, () => expect.unreachable());

describe.skipIf(nginx.missing)(
	nginx.missing ? `left out, wants: ${nginx.missing}` : 'on nginx',
	() => {
		test('ten thousand readers, a hundred at once, all get the whole page', async () => {
			const host = await nginx.start(site!);
			const agent = new Agent({ keepAlive: true, maxSockets: 100 });
			const page = readFileSync(`${site!.folder}/${ARTICLE}index.html`);
			const read = () =>
				new Promise<void>((resolve, reject) => {
					get(`${host.origin}/${ARTICLE}`, { agent }, (response) => {
						const parts: Buffer[] = [];
						response
							.on('data', (part: Buffer) => parts.push(part))
							.on('error', reject)
							.on('end', () => {
								if (response.statusCode === 200 && Buffer.concat(parts).equals(page)) resolve();
								else
									reject(
										new Error(
											`${response.statusCode}, ${Buffer.concat(parts).length} B of ${page.length}`,
										),
									);
							});
					}).on('error', reject);
				});
			try {
				let left = 10_000;
				await Promise.all(
					Array.from({ length: 100 }, async () => {
						while (left-- > 0) await read();
					}),
				);
				expect(left).toBeLessThan(0);
			} finally {
				agent.destroy();
				await host.stop();
			}
		});

		test('what the deployer wrote in a file of his own is part of the server', async () => {
			const host = await nginx.start(site!, (home) =>
				writeFile(`${home}/khabar-tls.conf`, 'add_header X-Own yes;\n'),
			);
			try {
				expect((await fetch(`${host.origin}/${ARTICLE}`)).headers.get('x-own')).toBe('yes');
			} finally {
				await host.stop();
			}
		});

		test('a page kept open across a deploy finds all its files, and so does the new one', async () => {
			const host = await nginx.start(site!);
			const next = await copyProject();
			try {
				const files = async (html: string) =>
					Promise.all(
						load(html)('link[rel=icon], link[rel=manifest], link[rel=apple-touch-icon], img[src]')
							.toArray()
							.map(({ attribs }) => attribs['src'] ?? attribs['href'] ?? '')
							.concat(
								[...html.matchAll(/(?:url|import)\("?(\/_astro\/[^)"]+)"?\)/g)].map(
									([, path = '']) => path,
								),
							)
							.map(async (path) => {
								const response = await fetch(host.origin + path);
								return [
									path,
									response.status,
									Buffer.from(await response.arrayBuffer()).toString('base64'),
								] as const;
							}),
					);
				const page = async () => (await fetch(`${host.origin}/${ARTICLE}`)).text();
				const old = await page();
				const before = await files(old);
				await next.change({
					'src/styles/site.css': readFileSync(`${next.folder}/src/styles/site.css`, 'utf8').replace(
						'padding-top: 1rem',
						'padding-top: 1.5rem',
					),
					'src/scripts/share.ts': `${readFileSync(`${next.folder}/src/scripts/share.ts`, 'utf8')}\ndocument.documentElement.dataset.next = '1';\n`,
				});
				expect(await next.build(site!.address)).toMatchObject({ code: 0 });
				await cp(`${next.folder}/dist`, host.folder, { recursive: true });
				const now = await page();
				expect(now).not.toBe(old);
				expect(before.length).toBeGreaterThan(4);
				expect(await files(old)).toEqual(before);
				const after = await files(now);
				expect(after.filter(([, status]) => status !== 200)).toEqual([]);
				expect(after.map(([path]) => path)).not.toEqual(before.map(([path]) => path));
			} finally {
				await next.remove();
				await host.stop();
			}
		});
	},
);
