import type { z } from 'astro/zod';

/** What a value should be, by the types of Zod and of JSON Schema. */
export const KINDS: Record<string, string> = {
	string: 'نصًا بين علامتي " "',
	number: 'عددًا',
	integer: 'عددًا',
	boolean: 'true أو false',
	array: 'قائمة',
	object: 'مجموعة مفاتيح',
	record: 'مجموعة مفاتيح',
};

/** Zod's own messages in Arabic. A field's own message stands beside the field. */
export const arabicIssue: z.core.$ZodErrorMap = (issue) => {
	switch (issue.code) {
		case 'invalid_type':
			return issue.input === undefined || issue.input === null
				? 'حقل لازم. أضفه.'
				: `القيمة من نوع آخر. اكتب ${KINDS[issue.expected] ?? issue.expected}.`;
		case 'unrecognized_keys':
			return `مفتاح غير معروف: ${issue.keys.join('، ')}. صحّح اسمه أو احذفه.`;
		case 'invalid_value':
			return `«${String(issue.input)}» ليس من القيم الممكنة. اكتب إحداها: ${issue.values.join('، ')}.`;
		case 'too_small':
			if (issue.origin === 'array') return 'قائمة فارغة. أضف عنصرًا أو احذف المفتاح.';
			if (issue.origin === 'string') return 'قيمة فارغة. اكتبها أو احذفها.';
			return `القيمة أصغر من ${issue.minimum}. اكتب عددًا من ${issue.minimum} فما فوق.`;
		case 'too_big':
			return issue.origin === 'array'
				? `عناصر القائمة أكثر من ${issue.maximum}. احذف ما زاد.`
				: `القيمة أكبر من ${issue.maximum}. اكتب عددًا من ${issue.maximum} فما دون.`;
		default:
			return undefined;
	}
};
