import type { Page } from 'playwright-core';

/** What a person did with mouse and keyboard, in order. */
export interface Effort {
	/** Every press of a mouse button, by the text of what was under it. */
	clicks: string[];
	/** Every text that was typed or pasted into a field, by the field's placeholder or name. */
	texts: string[];
}

type Kind = keyof Effort;

/** The name that pages know the counter by. */
const NOTE = 'noteEffort';

/**
 * Runs in the page. It counts events that a mouse or keyboard made, so that nothing a test does can bypass it. A text is all
 * that goes into a field until another one is used.
 */
function watch(note: string): void {
	const tell = (kind: Kind, target: EventTarget | null): void => {
		const element = target as HTMLInputElement | null;
		const text = element?.innerText || element?.placeholder || element?.tagName;
		const counter = (window as unknown as Record<string, (kind: Kind, what: string) => void>)[note];
		counter(kind, String(text).trim().slice(0, 60));
	};
	let field: EventTarget | null = null;
	window.addEventListener('mousedown', (event) => event.isTrusted && tell('clicks', event.target), {
		capture: true,
	});
	window.addEventListener(
		'input',
		(event) => {
			const isText = event.isTrusted && event instanceof InputEvent && event.target !== field;
			if (!isText) return;
			field = event.target;
			tell('texts', event.target);
		},
		{ capture: true },
	);
}

/**
 * Counts every click and every text typed in a page from now on, including after a reload.
 *
 * @returns a function that takes what was counted since its last call
 */
export async function countEffort(page: Page): Promise<() => Effort> {
	let effort: Effort = { clicks: [], texts: [] };
	await page.exposeFunction(NOTE, (kind: Kind, what: string) => effort[kind].push(what));
	await page.addInitScript(watch, NOTE);
	return () => {
		const counted = effort;
		effort = { clicks: [], texts: [] };
		return counted;
	};
}
