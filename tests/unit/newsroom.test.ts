import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('..', import.meta.url));
/** Every text under `tests/` with its path, but for this file, which names what must not be named. */
const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile() && /\.(?:ts|mdx?|json)$/.test(entry.name))
	.map(({ parentPath, name }) => join(parentPath, name))
	.filter((path) => path !== fileURLToPath(import.meta.url))
	.map((path) => ({
		file: path.slice(folder.length).replaceAll('\\', '/'),
		text: readFileSync(path, 'utf8'),
	}));

/** Where a pattern stands, as `site/pages.test.ts:12`. */
const places = (pattern: RegExp) =>
	texts.flatMap(({ file, text }) =>
		[`${file}\n`, ...text.split('\n')].flatMap((line, index) =>
			pattern.test(line) ? [`${file}:${index}`] : [],
		),
	);

test('no test reads the content or the facts of the publisher: it would fail with another newspaper', () => {
	expect(texts.length).toBeGreaterThan(50);
	// `content.ts` builds them for the tests that stand in `content/` itself.
	const content = /(?:\.\.\/)+content\/|join\(root, '(?:content|src\/site)/;
	expect(places(content).filter((place) => !place.startsWith('content.ts:'))).toEqual([]);
	// In the unit tests it is the tests' own newspaper: vitest.config.ts.
	const facts = /\.\.\/src\/site\.ts/;
	expect(places(facts).filter((place) => !/^(?:unit\/|facts\.ts:)/.test(place))).toEqual([]);
});

test('no test names the demonstration article, its facts or the name that the engine comes with', () => {
	const facts =
		/oman-un|\bOman\b|(?<![\p{L}\p{M}])عُ?مان(?![\p{L}\p{M}])|سلطنة|مسقط|مدلين|كولومبيا|Medell|Bogot|Muscat|الرؤية|57\/277|Plaza Mayor|UN DESA|العامري|«خبر»|['"`]خبر['"`]/u;
	expect(places(facts)).toEqual([]);
});
