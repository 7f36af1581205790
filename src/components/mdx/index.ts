/**
 * All that writers may use in MDX, by the names they write. `desk/components.ts` has their
 * attributes.
 */
export { default as Awards } from './Awards.astro';
export { default as Contact } from './Contact.astro';
export { default as Embed, default as Video } from './Embed.astro';
export { default as Event } from './Event.astro';
export { default as Figure } from './Figure.astro';
export { default as File } from './File.astro';
export { default as Forum } from './Forum.astro';
export { default as Gallery } from './Gallery.astro';
export { default as Hadith } from './Hadith.astro';
export { default as Interview } from './Interview.astro';
export { default as Ltr } from './Ltr.astro';
export { default as Note } from './Note.astro';
/** What Markdown's own pictures and tables become. */
export { default as img } from './Photo.astro';
export { default as PullQuote } from './PullQuote.astro';
export { default as Quran } from './Quran.astro';
export { default as table } from './Table.astro';
export { default as Verse } from './Verse.astro';
