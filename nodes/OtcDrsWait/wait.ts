import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { readTaskIds } from '../OtcDrs/resources/common/taskIds';
import { failed, success, type Failure, type Outcome } from '../shared/errors/failure';
import { ParameterReader } from '../shared/items/ParameterReader';
import { createApiClient, type ApiClient } from '../shared/transport/client';
import { readCredential } from '../shared/transport/send';
import { checkTasks, type CheckResult } from './check';
import { OUTPUTS, sortOutputs, type WaitItem } from './outputs';
import { intervalAfter, isTool, readSettings, type WaitSettings } from './settings';
import { clearState, readState, type WaitState } from './state';

/** Why the node stops, and at which item. */
type Stop = { ok: false; failure: Failure & { itemIndex?: number } };

function readItems(context: IExecuteFunctions): { ok: true; value: WaitItem[] } | Stop {
	const reader = new ParameterReader(context);
	const items: WaitItem[] = [];
	for (const [index, item] of context.getInputData().entries()) {
		const ids = readTaskIds(reader, index);
		if (!ids.ok) return { ok: false, failure: { ...ids.failure, itemIndex: index } };
		items.push({ item, index, ids: ids.value });
	}
	return { ok: true, value: items };
}

/** What a wait works with. */
interface Wait {
	context: IExecuteFunctions;
	client: ApiClient;
	settings: WaitSettings;
	state: WaitState;
	items: WaitItem[];
	ids: string[];
}

/** Nothing could be asked at the very first check: that is a wrong setting rather than a passing fault. */
const cannotBegin = ({ state, ids }: Wait, { problem }: CheckResult): boolean =>
	problem !== undefined &&
	state.turns === 1 &&
	ids.every((id) => state.tasks[id].status === undefined && state.tasks[id].ending === undefined);

const sort = (
	{ items, state, settings, client }: Wait,
	result: CheckResult,
): INodeExecutionData[][] =>
	sortOutputs(items, state, result, { now: client.now(), together: settings.releaseTogether });

/** @returns the moment of the next check, in ms since 1970: after the interval, or when a time limit ends. */
function nextCheck({ client, settings, state, ids }: Wait): number {
	const now = client.now();
	const limits = ids
		.filter((id) => state.tasks[id].ending === undefined)
		.map((id) => state.tasks[id].since + settings.timeout);
	return Math.max(now, Math.min(now + intervalAfter(state.turns, settings), ...limits));
}

/** One check. Who has arrived leaves; if nobody has, the execution is stored until the next check. */
async function waitDurably(wait: Wait): Promise<Outcome<INodeExecutionData[][]>> {
	const { context, client, settings, state, ids } = wait;
	const result = await checkTasks(client, state, ids, settings);
	if (result.problem && cannotBegin(wait, result)) {
		clearState(state);
		return failed(result.problem);
	}
	const outputs = sort(wait, result);
	const hasLeft = outputs.slice(1).some((items) => items.length > 0);
	if (outputs[0].length === 0) clearState(state);
	if (!hasLeft && outputs[0].length > 0) {
		await context.putExecutionToWait(new Date(nextCheck(wait)));
	}
	return success(outputs);
}

/** Checks again and again until the wait has ended for all. */
async function waitInMemory(wait: Wait): Promise<Outcome<INodeExecutionData[][]>> {
	const { client, settings, state, ids } = wait;
	const outputs: INodeExecutionData[][] = OUTPUTS.map(() => []);
	for (;;) {
		const result = await checkTasks(client, state, ids, settings);
		if (result.problem && cannotBegin(wait, result)) {
			clearState(state);
			return failed(result.problem);
		}
		const [open, ...leaving] = sort(wait, result);
		leaving.forEach((items, index) => outputs[index + 1].push(...items));
		if (open.length === 0) break;
		if (!(await client.wait(nextCheck(wait) - client.now()))) {
			clearState(state);
			return failed({ message: 'The execution was stopped while waiting' });
		}
	}
	clearState(state);
	for (const items of outputs) items.sort((a, b) => indexOf(a) - indexOf(b));
	return success(isTool(wait.context) ? [outputs.flat()] : outputs);
}

const indexOf = ({ pairedItem }: INodeExecutionData): number =>
	typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : 0;

/**
 * Waits for the tasks of all items.
 *
 * @returns the items of the four outputs of `OUTPUTS`; or why the wait cannot begin
 */
export async function waitForTasks(
	context: IExecuteFunctions,
): Promise<{ ok: true; value: INodeExecutionData[][] } | Stop> {
	const items = readItems(context);
	if (!items.ok) return items;
	const settings = readSettings(context);
	if (settings.target.reached.length === 0) {
		return {
			ok: false,
			failure: { message: 'Statuses: is empty', description: 'Choose at least one status.' },
		};
	}
	const wait: Wait = {
		context,
		client: createApiClient(context, await readCredential(context), settings.retry),
		settings,
		state: readState(context),
		items: items.value,
		ids: [...new Set(items.value.flatMap(({ ids }) => ids))],
	};
	return settings.isDurable ? await waitDurably(wait) : await waitInMemory(wait);
}
