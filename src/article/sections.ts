/** The sections an article may have: the component and its fixed id. */
export const SECTIONS = { Event: 'event', Forum: 'forum', Awards: 'awards' } as const;
export type SectionId = (typeof SECTIONS)[keyof typeof SECTIONS];

/** What the component of a section adds where the frontmatter has it: its key is its id. */
export const PARTS: Record<SectionId, readonly string[]> = {
	event: [],
	forum: ['meetings', 'workshops', 'programme'],
	awards: ['aims'],
};
