import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** To clean a smaller heap takes more time than its memory is worth. In bytes. */
const LARGE = 500e6;

/**
 * Gives back the free heap that V8 holds: 0.2 GB once the pages of 10,000 articles are drawn. Only
 * a last-resort collection does. Later growth is pixels outside of the heap, so V8 is told to
 * collect when the heap has grown by a quarter.
 */
export function releaseMemory(): void {
	if (getHeapStatistics().total_heap_size < LARGE) return;
	setFlagsFromString('--expose-gc');
	setFlagsFromString('--heap-growing-percent=25');
	const collect: NodeJS.GCFunction = runInNewContext('gc');
	collect({ type: 'major', flavor: 'last-resort' });
}
