/** The words that an article's writer wants as they are: the list `sic` of its frontmatter. */
export function meantWords(data: unknown): string[] {
	const { sic } = Object(data);
	return Array.isArray(sic) ? sic.filter((words) => typeof words === 'string' && words !== '') : [];
}
