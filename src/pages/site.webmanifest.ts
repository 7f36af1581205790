import type { APIRoute } from 'astro';
import { path } from '../address/urls.ts';
import { GREYS } from '../publisher/colours.ts';
import { site } from '../site.ts';

const icon = (width: number, purpose: 'any' | 'maskable') => ({
	src: path(`/icon-${width}.png`),
	sizes: `${width}x${width}`,
	type: 'image/png',
	purpose,
});

/**
 * For installing the site on a home screen: https://www.w3.org/TR/appmanifest/. The address is its
 * id.
 */
export const GET: APIRoute = () => {
	const manifest = {
		id: path('/'),
		name: site.name,
		short_name: site.shortName,
		description: site.description,
		lang: site.language,
		dir: site.direction,
		start_url: path('/'),
		scope: path('/'),
		display: 'minimal-ui',
		background_color: GREYS.light.paper,
		theme_color: site.colours.accent.light,
		icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
	};
	return new Response(JSON.stringify(manifest), {
		headers: { 'content-type': 'application/manifest+json' },
	});
};
