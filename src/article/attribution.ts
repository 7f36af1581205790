import { site } from '../site.ts';
import type { ArticleData } from './schema.ts';

/** Who reported an article first. None where that is the paper itself, by either of its names. */
export const otherSource = ({ source }: Pick<ArticleData, 'source'>): ArticleData['source'] =>
	source && [site.name, site.shortName].includes(source.name) ? undefined : source;
