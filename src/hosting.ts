/** `npm run hosting -- nginx [file]`: prints the configuration of a server for the site as it was built last. */
import { readFileSync, writeFileSync } from 'node:fs';
import { policyOf } from './lib/hosting.ts';
import { SERVERS } from './lib/servers.ts';
import { base, site } from './lib/urls.ts';

const [name = '', file] = process.argv.slice(2);
const server = Object.hasOwn(SERVERS, name) ? SERVERS[name] : undefined;
try {
	if (!server) throw new Error(`اسم الخادم ${name ? `«${name}» غير معروف` : 'ناقص'}. اكتب: npm run hosting -- ${Object.keys(SERVERS).join('|')}`);
	const text = server({ site, base, policy: policyOf(readFileSync(new URL('../dist/404.html', import.meta.url), 'utf8')) });
	if (file) writeFileSync(file, text);
	else process.stdout.write(text);
} catch (error) {
	const { code, message } = error as NodeJS.ErrnoException;
	console.error(code === 'ENOENT' ? 'لا يوجد موقع مبني. ابنه أولًا: npm run build' : message);
	process.exitCode = 1;
}
