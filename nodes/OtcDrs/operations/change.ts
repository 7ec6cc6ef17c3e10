import type { IDataObject, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../shared/failures/failure';
import { toFailure } from '../../shared/failures/fieldProblems';
import type { Outcomes } from '../../shared/batch/outcomes';
import type { SendingOptions } from '../../shared/batch/sending';
import type { OutputItem } from '../../shared/n8n/results';
import type { ParameterReader } from '../../shared/n8n/ParameterReader';
import type { ApiClient } from '../../shared/client/client';
import { withAdditionalFields, ADDITIONAL_REQUEST_FIELDS } from '../fields/additionalFields';
import { changeTasks, type Change, type ChangeEntry } from '../../shared/drs/change';
import { readRunCredentials, type RunCredentials } from '../fields/endpoint/read';
import { entryKey } from '../../shared/drs/taskEntry';
import { readText } from '../../shared/values/read';
import { runPerItem } from './perItem';
import { MAX_CHANGED_TASKS, readTaskIds } from '../../shared/fields/task';
import { optionsCollection, sendingFields } from '../../shared/n8n/options';
import { taskOperationFields, type CloudOperation, type TaskOperationParts } from './operation';
import type { OperationRun } from './operationRun';

/** Reads the settings of one item, without the task's ID. */
export type BodyReader = (
	reader: ParameterReader,
	item: number,
	credentials: RunCredentials,
) => Outcome<IDataObject>;

/**
 * Spreads changes over rounds, so that a round holds every part of a task once, and the changes of a task take effect in their order:
 * another change of the same task waits for a later round, the same one again right after it is sent once.
 *
 * @param entries the changes in the order of the items; a part of a task may repeat
 * @returns the entries of each round, and the round of each entry
 */
export function toRounds(entries: readonly ChangeEntry[]): {
	rounds: ChangeEntry[][];
	roundOf: number[];
} {
	const texts = new Map<IDataObject, string>();
	const textOf = (body: IDataObject): string => {
		const text = texts.get(body) ?? JSON.stringify(body);
		texts.set(body, text);
		return text;
	};
	const isSame = (one: IDataObject, other: IDataObject): boolean =>
		one === other || textOf(one) === textOf(other);

	const rounds: ChangeEntry[][] = [];
	const lastOf = new Map<string, { round: number; body: IDataObject }>();
	const roundOf = entries.map((entry) => {
		const { body } = entry;
		const key = entryKey(entry);
		const last = lastOf.get(key);
		if (last && isSame(last.body, body)) return last.round;
		const round = last === undefined ? 0 : last.round + 1;
		if (round === rounds.length) rounds.push([]);
		rounds[round].push(entry);
		lastOf.set(key, { round, body });
		return round;
	});
	return { rounds, roundOf };
}

/** Sends the entries in rounds. @returns the outcome of each entry, in their order */
async function sendInRounds(
	client: ApiClient,
	change: Change,
	entries: readonly ChangeEntry[],
	options: SendingOptions,
): Promise<Array<Outcome<IDataObject>>> {
	const { rounds, roundOf } = toRounds(entries);
	const results: Array<Outcomes<IDataObject>> = [];
	for (const round of rounds) results.push(await changeTasks(client, change, round, options));
	return entries.map((entry, index) => results[roundOf[index]].of(entryKey(entry)));
}

/**
 * @param reader the parameters of the node
 * @param item the item's index
 * @param change the operation
 * @param readBody reads the settings of the item, without the task's ID
 * @param credentials the credentials of the run
 * @returns the changes that an item asks for, one for each task that it names; or the field that is wrong
 */
export function readEntries(
	reader: ParameterReader,
	item: number,
	change: Change,
	readBody: BodyReader,
	credentials: RunCredentials,
): Outcome<Array<ChangeEntry & { body: IDataObject }>> {
	const ids = readTaskIds(reader, item, MAX_CHANGED_TASKS);
	if (!ids.ok) return ids;
	const own = readBody(reader, item, credentials);
	const body = own.ok ? withAdditionalFields(reader, item, own.value) : own;
	if (!body.ok) return body;
	const problems = change.check?.(body.value) ?? [];
	if (problems.length > 0) return failed(toFailure(problems));
	const part = readText(change.partField && body.value[change.partField]);
	return success(ids.value.map((id) => ({ id, part, body: body.value })));
}

/**
 * Runs an operation that changes tasks: reads tasks and settings of all items, sends each task once, and hands every item
 * what came of its own tasks.
 *
 * @param run what the operation works with
 * @param change the operation
 * @param readBody reads the settings of one item, without the task's ID
 * @returns one output item per task, in input order, paired with the item that named it
 */
async function runTaskChange(
	run: OperationRun,
	change: Change,
	readBody: BodyReader,
): Promise<INodeExecutionData[]> {
	const credentials = await readRunCredentials(run);
	return await runPerItem<ChangeEntry>(run, {
		kind: 'change',
		read: (item) => readEntries(run.reader, item, change, readBody, credentials),
		async send(entries, client, options) {
			const outcomes = await sendInRounds(client, change, entries, options);
			return outcomes.map(
				(outcome): Outcome<OutputItem[]> =>
					outcome.ok ? success([{ json: outcome.value }]) : outcome,
			);
		},
	});
}

/** An operation that changes tasks, with the parts that a whole migration is put together from. */
export interface ChangeOperation extends CloudOperation {
	change: Change;
	/** Its own fields, without the task and the options. */
	fields: INodeProperties[];
	readBody: BodyReader;
}

/**
 * Makes an operation that changes tasks.
 *
 * @param parts resource, entry in the list of operations, and fields of its own
 * @param change what is sent, and in which statuses the service allows it
 * @param readBody reads the settings of one item, without the task's ID
 */
export function changeOperation(
	parts: TaskOperationParts,
	change: Change,
	readBody: BodyReader = () => success({}),
): ChangeOperation {
	return {
		option: parts.option,
		properties: taskOperationFields(
			parts,
			optionsCollection([
				ADDITIONAL_REQUEST_FIELDS,
				...(parts.moreOptions ?? []),
				...sendingFields('change'),
			]),
		),
		execute: async (run) => await runTaskChange(run, change, readBody),
		taskStatuses: change.allowedIn,
		change,
		fields: parts.fields ?? [],
		readBody,
	};
}
