/** The facts of the tests' first newspaper, a fictional daily in Amman. They take the place of `src/site.ts`. */
export const site = {
	name: 'المنارة',
	description: 'أخبار الأردن والجوار: تُكتب بعناية، وتُقرأ على مهل.',
	language: 'ar',
	direction: 'rtl',
	timeZone: 'Asia/Amman',
	contact: 'desk@almanara.example',
	securityExpires: '2099-11-01T00:00:00Z',
} as const;
