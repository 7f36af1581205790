/** Stands behind each key in the index; a letter that no text has and that nothing takes away. */
export const END = 'ۿ';

/** Ends the form of a word where it is not its key, so that exact matches come first. */
export const FORM_END = 'ۼ';

/** What the page is told of an article that was found. */
export interface Fragment {
	/** All that it says besides its headline, a paragraph a line. */
	content: string;
	meta: {
		headline: string;
		topic: string;
		dateline: string;
		/** In one row: «رُبى السعيد وكريم نصّار»; of an opinion after «بقلم». */
		authors?: string;
		published: string;
		date: string;
		kind?: 'opinion';
	};
}
