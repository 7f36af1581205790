import { defineSite } from '#define-site';

/** The facts of the tests' first newspaper, a fictional daily in Amman. They take the place of `src/site.ts`. */
export const site = defineSite({
	name: 'المنارة',
	description: 'أخبار الأردن والجوار: تُكتب بعناية، وتُقرأ على مهل.',
	country: 'JO',
	digits: 'latn',
	timeZone: 'Asia/Amman',
	contact: 'desk@almanara.example',
	colours: {
		accent: { light: '#0a4d7d', dark: '#86bdec' },
		forum: { light: '#0a5a4e', dark: '#6fc9b5' },
		awards: { light: '#744708', dark: '#e2b26b' },
	},
	securityExpires: '2099-11-01T00:00:00Z',
});
