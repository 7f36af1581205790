import { expect, test } from 'vitest';
import { quoted } from '../../src/strings.ts';

test.each([
	['الأفق', '«الأفق»'],
	['صحيفة «الأفق»', '«صحيفة ‹الأفق›»'],
	['«أ» و«ب»', '«‹أ› و‹ب›»'],
	['«الأفق»', '«الأفق»'],
	['', '«»'],
])('%s between quotation marks is %s', (text, expected) => expect(quoted(text)).toBe(expected));
