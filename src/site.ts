import { defineSite } from '#define-site';

/** The newspaper: all that its publisher changes. What each key means stands where it is defined; the build checks it. */
export const site = defineSite({
	name: 'خبر',
	description: 'أخبار تُقرأ بهدوء: نص عربي سليم، وصفحة خفيفة، ورابط يصل كاملًا.',
	country: 'OM',
	digits: 'latn',
	timeZone: 'Asia/Muscat',
	contact: 'editor@example.org',
	colours: {
		accent: { light: '#0a4d7d', dark: '#86bdec' },
		forum: { light: '#0a5a4e', dark: '#6fc9b5' },
		awards: { light: '#744708', dark: '#e2b26b' },
	},
	securityExpires: '2027-11-01T00:00:00Z',
});
