/** The path of the service worker (`hosting/offline.ts`); empty where there is none. */
declare const WORKER: string;
/** The paths of the articles that were withdrawn. */
declare const WITHDRAWN: readonly string[];
/** The first names in the paths of the site's pages: `articles`, `about`. */
declare const PLACES: readonly string[];

declare namespace App {
	interface Locals {
		/** The article being rendered: the components that writers use in MDX read it here. */
		article?: import('./article/articles.ts').Article;
	}
}

/** TypeScript 6 does not know it yet. https://www.w3.org/TR/trusted-types/ */
interface Window {
	trustedTypes?: {
		createPolicy(
			name: string,
			rules: { createScriptURL(): string },
		): { createScriptURL(from: string): string };
	};
}
