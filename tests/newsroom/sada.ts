/** The facts of the tests' second newspaper, a fictional weekly in Cairo: every fact differs from the first. */
export const site = {
	name: 'صدى الدلتا الأسبوعي',
	description: 'أسبوعية من القاهرة: حكايات المدن والقرى.',
	language: 'ar',
	direction: 'rtl',
	timeZone: 'Africa/Cairo',
	contact: 'editors@sada.example',
	securityExpires: '2098-01-01T00:00:00Z',
} as const;
