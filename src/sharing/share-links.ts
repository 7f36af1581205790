/**
 * Links for sharing a page: plain addresses, nothing of any service is loaded. Source: each
 * service's own page on sharing.
 */

import { rightToLeft } from '../article/text.ts';

/** The services that a reader may share with. */
export type Service = 'WhatsApp' | 'Facebook' | 'X' | 'Telegram' | 'LinkedIn' | 'Email';

/**
 * Percent-encodes all but letters, which browsers encode themselves
 * (https://url.spec.whatwg.org/#url-code-points): an Arabic letter would take six characters.
 */
const encoded = (text: string) => text.replace(/[^\p{L}\p{M}]+/gu, encodeURIComponent);

/** For each service the link that opens it with a title and an absolute address. */
export function shareLinks(title: string, address: string): { service: Service; href: string }[] {
	const words = rightToLeft(title.toWellFormed());
	// The address is alone on the last line: apps find it, and it does not change the direction of
	// the words.
	const message = `${words}\n${address}`;
	const links: Record<Service, string> = {
		WhatsApp: `https://wa.me/?text=${encoded(message)}`,
		Facebook: `https://www.facebook.com/sharer/sharer.php?u=${encoded(address)}`,
		X: `https://x.com/intent/tweet?text=${encoded(words)}&url=${encoded(address)}`,
		Telegram: `https://t.me/share/url?url=${encoded(address)}&text=${encoded(words)}`,
		LinkedIn: `https://www.linkedin.com/sharing/share-offsite/?url=${encoded(address)}`,
		// RFC 6068: lines end with CRLF, and a subject is one line.
		Email: `mailto:?subject=${encoded(words.replace(/\s*[\r\n]+\s*/g, ' '))}&body=${encoded(message.replace(/\r?\n/g, '\r\n'))}`,
	};
	return Object.entries(links).map(([service, href]) => ({ service: service as Service, href }));
}
