/** What the deployer may change: the facts about the site itself. Interface words are in `strings.ts`. */
export const site = {
	name: 'خبر',
	description: 'أخبار تُقرأ بهدوء: نص عربي سليم، وصفحة خفيفة، ورابط يصل كاملًا.',
	/** BCP 47; the region is the readers'. */
	language: 'ar',
	direction: 'rtl',
	/** IANA zone in which times of publication are told. */
	timeZone: 'Asia/Muscat',
	/** Where readers write to. */
	contact: 'editor@example.org',
	/** Until when security.txt holds (RFC 9116: at most a year ahead). The build warns when it is past. */
	securityExpires: '2027-11-01T00:00:00Z',
} as const;
