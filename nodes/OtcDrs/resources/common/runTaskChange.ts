import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failed, success, type Failure, type Outcome } from '../../../shared/errors/failure';
import { readSendingOptions, type SendingOptions } from '../../../shared/items/options';
import { ParameterReader } from '../../../shared/items/ParameterReader';
import { toOutput } from '../../../shared/items/results';
import { createApiClient, type ApiClient } from '../../../shared/transport/client';
import { readCredential } from '../../../shared/transport/send';
import { withAdditionalFields } from './additionalFields';
import { changeTasks, type Change, type ChangeEntry } from './changeTasks';
import { readRunCredentials, type RunCredentials } from './endpoint/read';
import { entryKey, taskOf } from './judgeAnswers';
import { readTaskIds } from './taskIds';

/** Reads the settings of one item, without the task's ID. */
export type BodyReader = (
	reader: ParameterReader,
	item: number,
	credentials: RunCredentials,
) => Outcome<IDataObject>;

/**
 * What has to be done with some tasks before the change.
 *
 * @param tasks the tasks that can be changed so far, with the item that named each first
 * @returns why tasks cannot be changed after all; they take no further part
 */
export type Preparation = (
	client: ApiClient,
	tasks: ReadonlyArray<{ id: string; item: number }>,
	reader: ParameterReader,
	options: SendingOptions,
) => Promise<ReadonlyMap<string, Failure>>;

/** A task that an item wants to change, or why it cannot. */
interface Wish {
	item: number;
	entry: Outcome<ChangeEntry>;
}

function readWishes(
	reader: ParameterReader,
	count: number,
	credentials: RunCredentials,
	change: Change,
	readBody: BodyReader,
): Wish[] {
	return Array.from({ length: count }, (_, item) => item).flatMap((item): Wish[] => {
		const ids = readTaskIds(reader, item);
		if (!ids.ok) return [{ item, entry: ids }];
		const own = readBody(reader, item, credentials);
		const body = own.ok ? withAdditionalFields(reader, item, own.value) : own;
		if (!body.ok) return [{ item, entry: body }];
		const part = change.partField === undefined ? undefined : body.value[change.partField];
		return ids.value.map((id) => ({
			item,
			entry: success({ key: entryKey(id, part), body: body.value }),
		}));
	});
}

/**
 * Spreads the wishes over rounds, so that a round holds every task once: the same wish of two items is sent once, another
 * one for the same task (such as the test of its other database) has to wait for the next round.
 */
function toRounds(wishes: readonly Wish[]): {
	rounds: Array<Map<string, ChangeEntry>>;
	roundOf: Map<Wish, number>;
} {
	const rounds: Array<Map<string, ChangeEntry>> = [];
	const roundOf = new Map<Wish, number>();
	for (const wish of wishes) {
		if (!wish.entry.ok) continue;
		const { key, body } = wish.entry.value;
		const text = JSON.stringify(body);
		const fits = (round: Map<string, ChangeEntry>): boolean => {
			const present = round.get(key);
			return present === undefined || JSON.stringify(present.body) === text;
		};
		const found = rounds.findIndex(fits);
		const index = found >= 0 ? found : rounds.push(new Map()) - 1;
		rounds[index].set(key, wish.entry.value);
		roundOf.set(wish, index);
	}
	return { rounds, roundOf };
}

/** Turns the wishes for tasks that could not be prepared into failures. */
async function dropUnprepared(
	wishes: Wish[],
	prepare: (tasks: Array<{ id: string; item: number }>) => ReturnType<Preparation>,
): Promise<void> {
	const items = new Map<string, number>();
	for (const { item, entry } of wishes) {
		const id = entry.ok ? taskOf(entry.value.key) : undefined;
		if (id !== undefined && !items.has(id)) items.set(id, item);
	}
	const failures = await prepare([...items].map(([id, item]) => ({ id, item })));
	for (const wish of wishes) {
		const failure = wish.entry.ok ? failures.get(taskOf(wish.entry.value.key)) : undefined;
		if (failure) wish.entry = failed(failure);
	}
}

/**
 * Runs an operation that changes tasks: reads tasks and settings of all items, sends each task once, and hands every item
 * what came of its own tasks.
 *
 * @param context the running node
 * @param change the operation
 * @param readBody reads the settings of one item, without the task's ID
 * @param prepare what comes before the change
 * @returns one output item a task, in input order, paired with the item that named it
 */
export async function runTaskChange(
	context: IExecuteFunctions,
	change: Change,
	readBody: BodyReader,
	prepare?: Preparation,
): Promise<INodeExecutionData[]> {
	const reader = new ParameterReader(context);
	const count = context.getInputData().length;
	const otcApi = await readCredential(context);
	const credentials = await readRunCredentials(context, reader, count, otcApi.data);
	const wishes = readWishes(reader, count, credentials, change, readBody);
	const items = wishes.map(({ item }) => item);
	if (!context.continueOnFail() && wishes.some(({ entry }) => !entry.ok)) {
		return toOutput(
			context,
			wishes.map(({ entry }) => (entry.ok ? success([]) : entry)),
			items,
		);
	}
	const options = readSendingOptions(reader.get('options', 0, {}), 'change');
	const client = createApiClient(context, otcApi, options.retry);
	if (prepare)
		await dropUnprepared(wishes, async (tasks) => await prepare(client, tasks, reader, options));
	const { rounds, roundOf } = toRounds(wishes);
	const changed: Array<Map<string, Outcome<IDataObject>>> = [];
	for (const round of rounds)
		changed.push(await changeTasks(client, change, [...round.values()], options));
	const outcomes = wishes.map((wish): Outcome<IDataObject[]> => {
		if (!wish.entry.ok) return wish.entry;
		const outcome = changed[roundOf.get(wish) as number].get(
			wish.entry.value.key,
		) as Outcome<IDataObject>;
		return outcome.ok ? success([outcome.value]) : outcome;
	});
	return toOutput(context, outcomes, items);
}
