import { expect, test } from 'vitest';
import { withSingleSpaces } from '../../src/hosting/single-spaces.ts';

test.each([
	['of several spaces one is left', '<ul>  \n <li>خبر</li>   </ul>', '<ul> <li>خبر</li> </ul>'],
	['where none was, none comes', '<b>خبر</b><i>آخر</i>', '<b>خبر</b><i>آخر</i>'],
	['words keep theirs', '<p>خبر  آخر </p>', '<p>خبر  آخر </p>'],
	[
		'code keeps its lines',
		'<pre><b>a</b>\n\n  <b>c</b></pre>',
		'<pre><b>a</b>\n\n  <b>c</b></pre>',
	],
])('between tags %s', (_name, html, expected) => expect(withSingleSpaces(html)).toBe(expected));
