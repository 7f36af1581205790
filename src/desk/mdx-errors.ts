import type { Problem } from '../problems.ts';

/** What is written otherwise in MDX than in Markdown, and how; looked for where the parser stopped. */
const SLIPS: [written: RegExp, message: (written: string) => string][] = [
	[/^<!--/, () => 'التعليق <!-- … --> لا يُقرأ في MDX. اكتب {/* … */}.'],
	[
		/^<((?:https?:|mailto:|tel:|www\.)[^\s>]*|[^\s<>@]+@[^\s<>]+)>/i,
		(address) => `العنوان بين < > لا يُقرأ في MDX. اكتب [النص](${whole(address)}).`,
	],
];

/** An address with its scheme. */
function whole(address: string): string {
	if (/^(?:mailto|tel):/i.test(address)) return address;
	return address.includes('@')
		? `mailto:${address}`
		: `https://${address.replace(/^https?:\/\//i, '')}`;
}

/** Where the MDX parser stopped (`6:4: Unexpected…`, in UTF-16 units) and what to do. */
export function parseProblem(source: string, error: unknown): Omit<Problem, 'file'> {
	const [, first = 1, second = 1, detail] =
		/^(\d+):(\d+):\s*(.*)/s.exec(String(error instanceof Error ? error.message : error)) ?? [];
	const [line, column] = [Number(first), Number(second)];
	const rest = source.split('\n')[line - 1]?.slice(column - 1) ?? '';
	for (const [slip, message] of SLIPS) {
		const match = slip.exec(rest);
		if (match) return { line, column, message: message(match[1] ?? '') };
	}
	return {
		line,
		column,
		message: `تعذّرت قراءة النص بصيغة MDX (${detail ?? String(error)}). أغلق كل مكوّن بوسمه، وإن أردت { أو < نفسها فاكتب \\{ أو &lt;.`,
	};
}
