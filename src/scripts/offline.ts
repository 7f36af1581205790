/** Registers the worker once the page and its pictures are there, where the paper wants it. */

if (WORKER && navigator.serviceWorker) {
	// The page's CSP demands a Trusted Type for a script's address.
	const policy = window.trustedTypes?.createPolicy('worker', { createScriptURL: () => WORKER });
	const register = () =>
		void navigator.serviceWorker.register(policy?.createScriptURL('') ?? WORKER).catch(() => {});
	if (document.readyState === 'complete') register();
	else addEventListener('load', register);
}
