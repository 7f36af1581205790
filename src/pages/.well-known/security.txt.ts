import type { APIRoute } from 'astro';
import { absolute } from '../../address/urls.ts';
import { site } from '../../site.ts';

/** Where to report a vulnerability: RFC 9116. It is read at the root of a host only. */
export const GET: APIRoute = () =>
	new Response(
		[
			`Contact: mailto:${site.contact}`,
			`Expires: ${site.securityExpires}`,
			`Preferred-Languages: ${site.language}, en`,
			`Canonical: ${absolute('/.well-known/security.txt')}`,
			'',
		].join('\n'),
	);
