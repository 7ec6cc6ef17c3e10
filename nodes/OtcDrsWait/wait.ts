import type { INodeExecutionData } from 'n8n-workflow';
import { failed, success, type Outcome } from '../shared/failures/failure';
import type { ApiClient } from '../shared/client/client';
import { checkTasks } from './check';
import { isWaitItem, type Entry } from './items';
import { checkAgain, OUTPUTS, sortOutputs, type Sorted } from './outputs';
import { intervalAfter, type WaitSettings } from './settings';
import { forget, type Memory } from './state';

/** What a wait works with. */
export interface Wait {
	client: ApiClient;
	settings: WaitSettings;
	memory: Memory;
	entries: readonly Entry[];
}

/** @returns the moment of the next check, in ms since 1970: after the shortest interval, or when a time limit ends. */
function nextCheck({ client, settings }: Wait, again: readonly Entry[]): number {
	const now = client.now();
	return again
		.filter(isWaitItem)
		.map(({ state }) => state)
		.filter(({ tasks }) => Object.values(tasks).some(({ ending }) => ending === undefined))
		.map(({ since, turns }) =>
			Math.min(now + intervalAfter(turns, settings), since + settings.timeout),
		)
		.reduce((earliest, moment) => Math.min(earliest, moment), Infinity);
}

/** Checks all tasks once. Items that leave are forgotten; so are all if nothing can be asked. */
async function check(
	{ client, settings, memory }: Wait,
	entries: readonly Entry[],
): Promise<Outcome<Sorted>> {
	const items = entries.filter(isWaitItem);
	const refusal = await checkTasks(client, items, settings);
	if (refusal) {
		forget(memory, items);
		return failed(refusal);
	}
	const sorted = sortOutputs(entries, { now: client.now(), together: settings.releaseTogether });
	const staying = new Set(sorted.again);
	forget(
		memory,
		items.filter((item) => !staying.has(item)),
	);
	return success(sorted);
}

/**
 * Checks once. Who has arrived leaves, and the rest goes to another check at once; if nobody has, the execution is stored.
 *
 * @param wait what to wait for; its memory is brought up to date
 * @param park stores the execution until a moment, in ms since 1970; what the node returns is then not used
 * @returns the items of the four outputs, or why the wait cannot begin
 */
export async function waitDurably(
	wait: Wait,
	park: (until: number) => Promise<void>,
): Promise<Outcome<INodeExecutionData[][]>> {
	const sorted = await check(wait, wait.entries);
	if (!sorted.ok) return sorted;
	const { outputs, again } = sorted.value;
	const nobodyLeft = outputs.every((items) => items.length === 0);
	if (nobodyLeft && again.length > 0) await park(nextCheck(wait, again));
	return success([again.map(checkAgain), ...outputs.slice(1)]);
}

/** In memory tasks leave together; they do so in the order in which they came. */
const byInput = (a: INodeExecutionData, b: INodeExecutionData): number => indexOf(a) - indexOf(b);

const indexOf = ({ pairedItem }: INodeExecutionData): number =>
	typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : 0;

/**
 * Checks again and again until the wait has ended for all.
 *
 * @param wait what to wait for
 * @returns the items of the four outputs, of which the first stays empty; or why the wait cannot begin or go on
 */
export async function waitInMemory(wait: Wait): Promise<Outcome<INodeExecutionData[][]>> {
	const outputs: INodeExecutionData[][] = OUTPUTS.map(() => []);
	let entries = wait.entries;
	while (entries.length > 0) {
		const sorted = await check(wait, entries);
		if (!sorted.ok) return sorted;
		for (const [index, items] of sorted.value.outputs.entries())
			for (const item of items) outputs[index].push(item);
		entries = sorted.value.again;
		const pause = nextCheck(wait, entries) - wait.client.now();
		if (entries.length > 0 && !(await wait.client.wait(pause))) {
			return failed({ message: 'The execution was stopped while waiting' });
		}
	}
	return success(outputs.map((items) => items.sort(byInput)));
}
