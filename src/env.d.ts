declare namespace App {
	interface Locals {
		/** The article being rendered: the components that writers use in MDX read it here. */
		article?: import('./article/articles.ts').Article;
	}
}
