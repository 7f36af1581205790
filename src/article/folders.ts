import { pageSchema } from './page.ts';
import { profileSchema } from './profile.ts';
import { articleSchema } from './schema.ts';
import { TOPICS_FILE, topicsSchema } from './topic-table.ts';

/** The folders of content, and the schema of the files of each. */
const SCHEMAS = { articles: articleSchema, pages: pageSchema, people: profileSchema } as const;
/** The name of a folder in `content/`. */
export type Folder = keyof typeof SCHEMAS;
export const FOLDERS = Object.keys(SCHEMAS) as Folder[];

/** The folder of a content file by its path from the project's root; undefined for other files. */
export const folderOf = (file: string): Folder | undefined =>
	FOLDERS.find((folder) => file.startsWith(`content/${folder}/`));

/** The schema of a content file. What is in no folder is judged as an article. */
export const schemaOf = (file: string) =>
	file === TOPICS_FILE ? topicsSchema : SCHEMAS[folderOf(file) ?? 'articles'];
