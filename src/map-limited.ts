/**
 * What `act` gives for each item, in their order. At most `limit` run at a time: who opens all files at once meets the
 * limit of open files (`EMFILE`, 256 on macOS), and holds them all in memory.
 */
export async function mapLimited<Item, Result>(
	items: readonly Item[],
	limit: number,
	act: (item: Item) => Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	let next = 0;
	const work = async () => {
		while (next < items.length) {
			const index = next++;
			results[index] = await act(items[index] as Item);
		}
	};
	await Promise.all(Array.from({ length: limit }, work));
	return results;
}
