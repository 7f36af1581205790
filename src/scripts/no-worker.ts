/** What takes the worker's place where the paper has turned it off: it removes what was kept, and itself. */
import { CACHE, worker } from './worker-scope.ts';

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => {
	event.waitUntil(caches.delete(CACHE));
	event.waitUntil(worker.registration.unregister());
});
