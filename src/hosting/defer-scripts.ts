/** Astro puts the script after the page's end. */
const SCRIPT = /(\s*<\/body>\s*<\/html>\s*)<script type="module" src="([^"]+)"><\/script>/;

/**
 * A page that loads its script after the first paint. Browsers fetch `<script type="module">` at
 * high priority and may run it before they paint. Ours is an enhancement, so it waits for one frame
 * and 100 ms, which old phones need to paint. Each `pageshow` loads it again: Safari drops a
 * running download when the reader leaves. The policy has the hash of this line.
 */
export const withDeferredScript = (html: string): string =>
	html.replace(
		SCRIPT,
		'<script type="module">requestAnimationFrame(()=>setTimeout(()=>(onpageshow=()=>import("$2"))(),99))</script>$1',
	);
