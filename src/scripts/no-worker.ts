/**
 * Replaces the service worker if the paper has turned it off: deletes the
 * cache and unregisters itself.
 */
import { CACHE, worker } from './worker-scope.ts';

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => {
	event.waitUntil(caches.delete(CACHE));
	event.waitUntil(worker.registration.unregister());
});
