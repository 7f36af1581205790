import { z } from 'astro/zod';
import { line } from '../fields.ts';
import { link, name } from './frontmatter-fields.ts';
import { picture } from './picture.ts';
import { sic } from './sic.ts';

/** The frontmatter of somebody who writes (`content/people/<slug>.mdx`); the text is about them. */
export const profileSchema = z.strictObject({
	name: name.meta({
		description: 'الاسم، كما يُكتب في authors.',
		examples: ['لينا مراد'],
	}),
	role: name.optional().meta({ description: 'العمل في الصحيفة.', examples: ['محررة الثقافة'] }),
	picture: picture
		.omit({ caption: true })
		.partial({ alt: true, credit: true })
		.extend({
			src: picture.shape.src.meta({
				description: 'ملف الصورة، بجوار هذا الملف.',
				examples: ['./lina.jpg'],
			}),
		})
		.optional()
		.meta({
			description: 'صورته، وتُقصّ مربعة. إن غاب alt قيل «صورة» واسمه.',
			examples: [{ src: './lina.jpg', focus: '50% 30%' }],
		}),
	links: z
		.array(
			z.strictObject({
				name: line(1, 60).meta({ description: 'اسم الموقع.', examples: ['إكس'] }),
				url: link.meta({ description: 'رابط الصفحة فيه.', examples: ['https://x.com/lina'] }),
			}),
		)
		.min(1)
		.optional()
		.meta({
			description: 'صفحاته في مواقع أخرى.',
			examples: [[{ name: 'إكس', url: 'https://x.com/lina' }]],
		}),
	sic,
});

export type ProfileData = z.output<typeof profileSchema>;
