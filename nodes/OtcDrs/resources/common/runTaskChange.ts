import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../../shared/errors/failure';
import { readSendingOptions } from '../../../shared/items/options';
import { ParameterReader } from '../../../shared/items/ParameterReader';
import { toOutput } from '../../../shared/items/results';
import { createApiClient } from '../../../shared/transport/client';
import { readCredential } from '../../../shared/transport/send';
import { changeTasks, type Change, type ChangeEntry } from './changeTasks';
import { readTaskIds } from './taskIds';

/** A task that an item wants to change, or why it cannot. */
interface Wish {
	item: number;
	entry: Outcome<ChangeEntry>;
}

function readWishes(
	reader: ParameterReader,
	count: number,
	readBody: (reader: ParameterReader, item: number) => Outcome<IDataObject>,
): Wish[] {
	return Array.from({ length: count }, (_, item) => item).flatMap((item): Wish[] => {
		const ids = readTaskIds(reader, item);
		if (!ids.ok) return [{ item, entry: ids }];
		const body = readBody(reader, item);
		if (!body.ok) return [{ item, entry: body }];
		return ids.value.map((key) => ({ item, entry: success({ key, body: body.value }) }));
	});
}

/** One entry a task: a second item may name the same task only with the same settings. */
function unite(wishes: readonly Wish[]): { entries: ChangeEntry[]; wishes: Wish[] } {
	const first = new Map<string, { item: number; entry: ChangeEntry }>();
	const checked = wishes.map((wish): Wish => {
		if (!wish.entry.ok) return wish;
		const entry = wish.entry.value;
		const known = first.get(entry.key);
		if (known === undefined) first.set(entry.key, { item: wish.item, entry });
		if (known === undefined || JSON.stringify(known.entry.body) === JSON.stringify(entry.body))
			return wish;
		const failure = {
			message: `Task ${entry.key}: item ${known.item} asks for other settings of the same task`,
			description: 'Name every task once, or with the same settings.',
			jobId: entry.key,
		};
		return { item: wish.item, entry: failed(failure) };
	});
	return { entries: [...first.values()].map(({ entry }) => entry), wishes: checked };
}

/**
 * Runs an operation that changes tasks: reads tasks and settings of all items, sends each task once, and hands every item
 * what came of its own tasks.
 *
 * @param context the running node
 * @param change the operation
 * @param readBody reads the settings of one item, without the task's ID
 * @returns one output item a task, in input order, paired with the item that named it
 */
export async function runTaskChange(
	context: IExecuteFunctions,
	change: Change,
	readBody: (reader: ParameterReader, item: number) => Outcome<IDataObject> = () => success({}),
): Promise<INodeExecutionData[]> {
	const reader = new ParameterReader(context);
	const { entries, wishes } = unite(readWishes(reader, context.getInputData().length, readBody));
	const items = wishes.map(({ item }) => item);
	if (!context.continueOnFail() && wishes.some(({ entry }) => !entry.ok)) {
		return toOutput(
			context,
			wishes.map(({ entry }) => (entry.ok ? success([]) : entry)),
			items,
		);
	}
	const options = readSendingOptions(reader.get('options', 0, {}), 'change');
	const client = createApiClient(context, await readCredential(context), options.retry);
	const changed = await changeTasks(client, change, entries, options);
	const outcomes = wishes.map(({ entry }): Outcome<IDataObject[]> => {
		if (!entry.ok) return entry;
		const outcome = changed.get(entry.value.key) as Outcome<IDataObject>;
		return outcome.ok ? success([outcome.value]) : outcome;
	});
	return toOutput(context, outcomes, items);
}
