/**
 * The structured data of awards: whoever won, with the award. Of nominees schema.org has no word.
 */
import type { CreativeWork, Organization, Person } from 'schema-dts';
import type { Nominee } from '../article/awards.ts';
import type { ArticleData } from '../article/schema.ts';
import { strings } from '../strings.ts';
import { personOf } from './programme-data.ts';

type Awards = NonNullable<ArticleData['awards']>;
type Winner = Person | Organization | CreativeWork;

/**
 * The winners of whom it is known what they are. A name alone may be a person's or an
 * organization's: it is left out.
 */
export function winnersOf({ name, year, categories = [] }: Awards): Winner[] {
	return categories.flatMap((category) =>
		(category.winners ?? []).flatMap((winner) => {
			const place = winner.place && strings.places[winner.place];
			const award = [[name, year].filter(Boolean).join(' '), category.name, place]
				.filter(Boolean)
				.join('، ');
			return winnersBy(winner).map((won) => ({ ...won, award }));
		}),
	);
}

function winnersBy(winner: Nominee): Exclude<Winner, string>[] {
	const { name, honorific, gender, organization, work } = winner;
	// Only people have these.
	const type = winner.type ?? (honorific || gender || organization ? 'person' : undefined);
	return [
		...(type === 'person' ? [personOf({ name, honorific, organization })] : []),
		...(type === 'organization' ? [{ '@type': 'Organization', name } as const] : []),
		...(type === 'work' ? [{ '@type': 'CreativeWork', name } as const] : []),
		// Whether they wrote, translated or staged it is not known.
		...(work ? [{ '@type': 'CreativeWork', name: work } as const] : []),
	];
}
