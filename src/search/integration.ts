import type { AstroIntegration } from 'astro';

/**
 * Lets `npm run dev` answer for the files of the index: Astro would ask for a slash behind each.
 */
export default function search(): AstroIntegration {
	return {
		name: 'search',
		hooks: {
			'astro:server:setup': ({ server }) =>
				void server.middlewares.use((request, _response, next) => {
					request.url = request.url?.replace(/^(?:\/[^?]*)?\/pagefind\/[^?]*[^/?](?=\?|$)/, '$&/');
					next();
				}),
		},
	};
}
