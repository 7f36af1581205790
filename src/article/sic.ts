import { z } from 'astro/zod';

/** Words that are meant as they are, in the text or here: no rule of the desk touches them. */
export const sic = z
	.array(z.string().min(1))
	.min(1)
	.optional()
	.meta({
		description:
			'كلمات مقصودة كما كُتبت، في النص أو في البيانات. لا ينبّه عليها شيء ولا يغيّرها npm run fix.',
		examples: [['محمـد']],
	});

/** The words of `sic` in frontmatter, which may be wrong everywhere here. */
export function meantWords(data: unknown): string[] {
	const { sic } = Object(data);
	return Array.isArray(sic) ? sic.filter((words) => typeof words === 'string' && words !== '') : [];
}
