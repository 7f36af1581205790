/**
 * What a service worker has of its own. TypeScript's library for it cannot stand beside the one for
 * pages.
 */
interface WorkerEvent extends Event {
	waitUntil(work: Promise<unknown> | undefined): void;
}

export interface FetchEvent extends WorkerEvent {
	readonly request: Request;
	/** Undefined where the browser asked for nothing ahead of the worker. */
	readonly preloadResponse: Promise<Response | undefined>;
	respondWith(response: Promise<Response>): void;
}

interface WorkerScope {
	readonly registration: ServiceWorkerRegistration;
	readonly clients: {
		claim(): Promise<void>;
		matchAll(options: { includeUncontrolled: true }): Promise<readonly { url: string }[]>;
	};
	skipWaiting(): Promise<void>;
	addEventListener(name: 'install' | 'activate', act: (event: WorkerEvent) => void): void;
	addEventListener(name: 'fetch', act: (event: FetchEvent) => void): void;
}

export const worker = globalThis as unknown as WorkerScope;

/** Whatever is kept lies here. Another paper may stand on the same origin: each has its own. */
export const CACHE = `khabar ${worker.registration.scope}`;
