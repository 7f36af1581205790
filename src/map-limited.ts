/**
 * Maps items by `act`, at most `limit` at a time; results keep the order. All files opened at once
 * would exceed the limit of open files (`EMFILE`, 256 on macOS) and fill the memory.
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
