import { describe, expect, test } from 'vitest';
import { inWords } from '../../src/plural.ts';
import { annotation, type Problem, report } from '../../src/problems.ts';

describe('errors are counted in Arabic', () => {
	test.each([
		[1, 'البوّابة: خطأ واحد. صحّح ما يلي ثم أعد البناء.'],
		[2, 'البوّابة: خطآن. صحّح ما يلي ثم أعد البناء.'],
		[3, 'البوّابة: 3 أخطاء. صحّح ما يلي ثم أعد البناء.'],
		[10, 'البوّابة: 10 أخطاء. صحّح ما يلي ثم أعد البناء.'],
		[11, 'البوّابة: 11 خطأً. صحّح ما يلي ثم أعد البناء.'],
		[100, 'البوّابة: 100 خطأ. صحّح ما يلي ثم أعد البناء.'],
		[102, 'البوّابة: 102 خطأ. صحّح ما يلي ثم أعد البناء.'],
	])('%i', (count, head) => {
		const lines = Array.from({ length: count }, (_, index) => `السطر ${index}`);
		expect(report('البوّابة', lines)).toBe([head, ...lines].join('\n'));
	});

	test('none takes the form of the rest', () =>
		expect(inWords(0, { one: 'خطأ واحد', few: '# أخطاء', other: '# خطأ' })).toBe('0 خطأ'));

	test('while writing, the file is saved and nothing built', () =>
		expect(report('البوّابة', ['سطر'], 'احفظ الملف')).toBe(
			'البوّابة: خطأ واحد. صحّح ما يلي ثم احفظ الملف.\nسطر',
		));
});

describe('a problem as an annotation of GitHub Actions', () => {
	test.each<[string, Problem, string]>([
		[
			'an error with its place',
			{ file: 'content/articles/a.mdx', line: 10, column: 4, message: 'نص.' },
			'::error file=content/articles/a.mdx,line=10,col=4::نص.',
		],
		[
			'a warning with its key',
			{ file: 'a.mdx', line: 2, column: 1, field: 'dek', message: 'نص.', severity: 'warning' },
			'::warning file=a.mdx,line=2,col=1::dek: نص.',
		],
		['a file alone', { file: 'a.mdx', message: 'نص.' }, '::error file=a.mdx::نص.'],
		[
			'signs that mean something to it',
			{ file: 'a,b:c%.mdx', message: '50% نص\nسطر: آخر, ثالث\r' },
			'::error file=a%2Cb%3Ac%25.mdx::50%25 نص%0Aسطر: آخر, ثالث%0D',
		],
	])('%s', (_name, problem, expected) => expect(annotation(problem)).toBe(expected));
});
