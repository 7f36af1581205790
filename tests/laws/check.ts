/** `npm run check`: asks the laws of the site in `dist/`, and warns of heavy pages. */
import { fileURLToPath } from 'node:url';
import { describe, type Problem, Refusal, refuse } from '../../src/problems.ts';
import { weigh } from '../bench/weigh.ts';
import { browserProblems } from './browser.ts';
import { shown } from './law.ts';
import { LAWS } from './laws.ts';
import { readSite, type Site } from './site.ts';

/** Bytes over the wire, photographs left out. */
const HEAVY = 60_000;

/** The pages that are heavier than a reader on a slow link should wait for. */
export function heavyPages({ folder, base, pages }: Site, limit = HEAVY): Problem[] {
	return [...pages.values()].flatMap(({ file, kind }) => {
		if (kind !== 'page') return [];
		const { html, css, script, font } = weigh(folder, base, file.replace(/index\.html$/, '')).bytes;
		const total = html + css + script + font;
		if (total <= limit) return [];
		const weights = `النص ${html + css}، والخطوط ${font}، والبرنامج ${script}`;
		return {
			file: shown(file),
			message: `الصفحة ثقيلة بلا صورها: ${total} بايت، والحد ${limit} (${weights}). قسّم المقال أو اختصره.`,
			severity: 'warning' as const,
		};
	});
}

async function check(folder: string): Promise<void> {
	const site = readSite(folder);
	const laws = Object.values(LAWS).map((law) => law(site));
	const problems = (await Promise.all([...laws, browserProblems(site)])).flat();
	for (const heavy of heavyPages(site)) console.warn(`تنبيه: ${describe(heavy)}`);
	refuse('فحص الموقع', problems);
	console.log(`فحص الموقع: لا خطأ في ${site.address} (عدد الصفحات: ${site.pages.size}).`);
}

if (import.meta.main) {
	try {
		await check(fileURLToPath(new URL('../../dist', import.meta.url)));
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		console.error(error.message);
		process.exitCode = 1;
	}
}
