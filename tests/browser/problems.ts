/**
 * What can be wrong with any open page. Each function gives the problems in words: none, if all is
 * right.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { NO_ICONS } from '../laws/axe.ts';

const axe = `${NO_ICONS}${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')}`;

interface Axe {
	axe: {
		getRules(): { ruleId: string }[];
		run(
			context: Document,
			options: object,
		): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
	};
}

/**
 * Problems of accessibility, by every rule of axe: all levels of WCAG, best practices, and those
 * that it leaves off by itself. The page's policy must let scripts in (`bypassCSP`).
 */
export const axeProblems = (page: Page): Promise<string[]> => run(page);

/**
 * Problems of contrast, by axe alone: for other colours of elements that `axeProblems` has judged.
 */
export const contrastProblems = (page: Page): Promise<string[]> =>
	run(page, ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block']);

async function run(page: Page, chosen?: string[]): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
	return page.evaluate(async (chosen) => {
		const { axe } = window as unknown as Axe;
		const { violations } = await axe.run(document, {
			runOnly: { type: 'rule', values: chosen ?? axe.getRules().map(({ ruleId }) => ruleId) },
			resultTypes: ['violations'],
			// Rules of colour read no style sheets.
			preload: !chosen,
		});
		return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
	}, chosen);
}

/**
 * Elements beyond the window, and text that its box cuts off. What scrolls with the keyboard may be
 * wide.
 */
export async function overflowProblems(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
		const found = sideways > 0 ? [`the page is ${sideways} px too wide`] : [];
		for (const element of document.body.querySelectorAll('*')) {
			const box = element.getBoundingClientRect();
			const { overflow, overflowX, clipPath } = getComputedStyle(element);
			if (clipPath !== 'none' || box.width <= 1) continue; // For screen readers only.
			const name = element.outerHTML.slice(0, 80);
			const frame = element.closest('.scroll, pre, .bar > ul');
			if (frame !== element && frame) continue;
			if (box.left < -0.5 || box.right > innerWidth + 0.5) found.push(`beyond the window: ${name}`);
			const moves = frame === element && overflowX === 'auto';
			if (
				(overflow !== 'visible' && element.scrollHeight > element.clientHeight + 1) ||
				(!moves && overflow !== 'visible' && element.scrollWidth > element.clientWidth + 1)
			)
				found.push(`cut off: ${name}`);
		}
		return found;
	});
}

/**
 * Neighbours in the code that the eye reads in another order: it reads from the right and
 * downwards.
 */
export async function orderProblems(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const boxes = [...document.querySelectorAll<HTMLElement>('h1, h2, h3, p, li, dt, dd')]
			.filter(
				(element) =>
					element.innerText.trim() &&
					!element.querySelector('p, li') &&
					element.getBoundingClientRect().width > 1,
			)
			// On a wide screen these are in the margin, beside the text: of plain articles on wider ones.
			.filter(
				(element) =>
					innerWidth < 768 ||
					!element.closest(
						`.split > .side, .beside, ${innerWidth < 1248 ? '.story:not(.plain) > ' : ''}.story-head > .row`,
					),
			)
			.map((element) => ({
				text: element.innerText.slice(0, 40),
				...(element.getBoundingClientRect().toJSON() as DOMRect),
			}));
		return boxes.flatMap((box, index) => {
			const before = boxes[index - 1];
			const follows =
				!before ||
				box.top >= before.bottom - 8 ||
				box.right <= before.left + 8 ||
				(box.top >= before.top - 8 && box.right <= before.right + 8);
			return follows ? [] : [`${before.text} → ${box.text}`];
		});
	});
}

/**
 * Links and buttons under 44 px. WCAG 2.5.5 exempts links in a sentence or block of text, where
 * other words are.
 */
export async function targetProblems(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('a[href], button')].flatMap((element) => {
			const { width, height } = element.getBoundingClientRect();
			const block = element.closest('p, dd, li, td');
			const within =
				getComputedStyle(element).display === 'inline' &&
				(block?.textContent?.trim().length ?? 0) > (element.textContent ?? '').trim().length;
			return width <= 1 || within || (width >= 44 && height >= 44)
				? []
				: [`${element.innerText} ${width}×${height}`];
		}),
	);
}
