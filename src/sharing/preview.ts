import type { AstroIntegration } from 'astro';
import { articlePath, base, path } from '../address/urls.ts';
import { previewPage } from './preview-page.ts';

/**
 * In `npm run dev`, at `/_preview/<slug>/`: how an article will look where it is shared. Nothing of
 * it is built.
 */
export default function preview(): AstroIntegration {
	return {
		name: 'preview',
		hooks: {
			'astro:server:setup': ({ server }) => {
				server.middlewares.use(async (request, response, next) => {
					const [pathname = ''] = request.originalUrl?.split('?') ?? [];
					const [, slug] = /^_preview\/([a-z0-9-]+)\/$/.exec(pathname.slice(base.length)) ?? [];
					if (!slug || !pathname.startsWith(base)) return next();
					try {
						const article = await fetch(
							new URL(path(articlePath(slug)), `http://${request.headers.host}`),
						);
						const html = await article.text();
						response.writeHead(article.status, { 'content-type': 'text/html; charset=utf-8' });
						// What is wrong with a broken article is shown here, too.
						response.end(article.ok ? previewPage(html) : html);
					} catch (error) {
						next(error);
					}
				});
			},
		},
	};
}
