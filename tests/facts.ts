import { defineSite, type SiteFacts } from '../src/publisher/define-site.ts';
import { site } from '../src/site.ts';

/** The fewest facts of a newspaper. */
export const FACTS: SiteFacts = {
	name: 'الأفق',
	description: 'أخبار المدينة: كل صباح.',
	country: 'AE',
	timeZone: 'Asia/Dubai',
	contact: 'desk@alufuq.example',
	colours: { accent: { light: '#0b4f6c', dark: '#8cc7e6' } },
	securityExpires: '2099-01-01T00:00:00Z',
};

/**
 * Makes a newspaper with these facts of the site, for the tests of one file: nothing else of
 * `src/site.ts` stays.
 */
export function publish(facts: Partial<SiteFacts> = {}): void {
	for (const key of Object.keys(site)) delete (site as Record<string, unknown>)[key];
	Object.assign(site, defineSite({ ...FACTS, ...facts }));
}
