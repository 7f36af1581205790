/** Where a reader takes a page to: plain links, nothing of any service is loaded. Sources of the addresses: each service's own page on sharing. */

import { rightToLeft } from '../article/text.ts';

export type Service = 'WhatsApp' | 'Facebook' | 'X' | 'Telegram' | 'LinkedIn' | 'Email';

/** For each service the link that opens it with a title and an absolute address, all of it encoded. */
export function shareLinks(title: string, address: string): { service: Service; href: string }[] {
	const words = rightToLeft(title.toWellFormed());
	// The address on a line of its own, the last: so it is found to be one, and does not turn the words around it.
	const message = `${words}\n${address}`;
	const links: Record<Service, string> = {
		WhatsApp: `https://wa.me/?text=${encodeURIComponent(message)}`,
		Facebook: `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(address)}`,
		X: `https://x.com/intent/tweet?text=${encodeURIComponent(words)}&url=${encodeURIComponent(address)}`,
		Telegram: `https://t.me/share/url?url=${encodeURIComponent(address)}&text=${encodeURIComponent(words)}`,
		LinkedIn: `https://www.linkedin.com/sharing/share-offsite/?url=${encodeURIComponent(address)}`,
		// RFC 6068: lines end with CRLF, and a subject is one line.
		Email: `mailto:?subject=${encodeURIComponent(words.replace(/\s*[\r\n]+\s*/g, ' '))}&body=${encodeURIComponent(message.replace(/\r?\n/g, '\r\n'))}`,
	};
	return Object.entries(links).map(([service, href]) => ({ service: service as Service, href }));
}
