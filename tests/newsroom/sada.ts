import { defineSite } from '#define-site';

/** The facts of the tests' second newspaper, a fictional weekly in Cairo: every fact differs from the first. */
export const site = defineSite({
	name: 'صدى الدلتا الأسبوعي',
	shortName: 'صدى الدلتا',
	description: 'أسبوعية من القاهرة: حكايات المدن والقرى.',
	country: 'EG',
	hijri: true,
	timeZone: 'Africa/Cairo',
	contact: 'editors@sada.example',
	accounts: { x: '@sada_delta', others: ['https://t.me/sada_delta'] },
	colours: {
		accent: { light: '#7a1f3d', dark: '#f2a7c0' },
		forum: { light: '#5b2a86', dark: '#cbb2ee' },
		awards: { light: '#1f5a2b', dark: '#8fd3a0' },
	},
	licence: { text: 'تُنشر النصوص برخصة المشاع الإبداعي CC BY 4.0' },
	securityExpires: '2098-01-01T00:00:00Z',
});
