import type { IDataObject, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../shared/failures/failure';
import { toFailure } from '../../shared/failures/fieldProblems';
import type { Outcomes } from '../../shared/batch/outcomes';
import type { SendingOptions } from '../../shared/batch/sending';
import type { OutputItem } from '../../shared/n8n/results';
import type { Fields } from '../../shared/n8n/parameters/fields';
import type { ApiClient } from '../../shared/client/client';
import { withAdditionalFields, ADDITIONAL_REQUEST_FIELDS } from '../fields/additionalFields';
import { changeTasks, type Change, type ChangeEntry } from '../../shared/drs/change';
import { readRunCredentials, type RunCredentials } from '../fields/endpoint/read';
import { entryKey } from '../../shared/drs/taskEntry';
import { readText } from '../../shared/values/read';
import { gathered, runPerItem } from './perItem';
import { MAX_CHANGED_TASKS, taskIdsOf } from '../../shared/fields/task';
import { optionsCollection, sendingFields } from '../../shared/n8n/options';
import { taskOperationFields, type CloudOperation, type TaskOperationParts } from './operation';
import type { OperationRun } from './operationRun';

/** What the settings of an item are read with, besides its fields. */
export interface ItemSource {
	/** The credentials of the run. */
	credentials: RunCredentials;
	/** Local time, in ms since 1970. */
	now: number;
}

/** Reads the settings of one item, without the task's ID. */
export type BodyReader = (fields: Fields, source: ItemSource) => Outcome<IDataObject>;

/** What a change does besides. */
export interface ChangeExtras {
	/** @returns what the output of a task says besides the answer. */
	describe?(fields: Fields): IDataObject;
}

/** A change of one task that an item asks for. */
interface Asked {
	entry: ChangeEntry;
	/** Goes into the output besides the answer. */
	told?: IDataObject;
}

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
 * @param fields the fields of an item
 * @param change the operation
 * @param readBody reads the settings of the item, without the task's ID
 * @param source what else the settings are read with
 * @returns the changes that an item asks for, one for each task that it names; or the field that is wrong
 */
export function entriesOf(
	fields: Fields,
	change: Change,
	readBody: BodyReader,
	source: ItemSource,
): Outcome<Array<ChangeEntry & { body: IDataObject }>> {
	const ids = taskIdsOf(fields, MAX_CHANGED_TASKS);
	if (!ids.ok) return ids;
	const own = readBody(fields, source);
	if (!own.ok) return own;
	const body = withAdditionalFields(fields, own.value);
	const problems = change.check?.(body) ?? [];
	if (problems.length > 0) return failed(toFailure(problems));
	const part = readText(change.partField && body[change.partField]);
	return success(ids.value.map((id) => ({ id, part, body })));
}

/**
 * Runs an operation that changes tasks: reads tasks and settings of all items, sends each task once, and hands every item
 * what came of its own tasks.
 *
 * @param run what the operation works with
 * @param change the operation
 * @param readBody reads the settings of one item, without the task's ID
 * @param extras what the output says besides
 * @returns one output item per task, in input order, paired with the item that named it
 */
async function runTaskChange(
	run: OperationRun,
	change: Change,
	readBody: BodyReader,
	{ describe }: ChangeExtras,
): Promise<INodeExecutionData[]> {
	const source = { credentials: await readRunCredentials(run), now: run.now() };
	return await runPerItem<Asked>(run, {
		kind: 'change',
		changes: {
			keyOf: ({ entry }) => entryKey(entry),
			sentBefore: (asked, sentAt) => ({ ...asked, entry: { ...asked.entry, sentAt } }),
		},
		read: (item) =>
			gathered(run.parameters, item, (fields) => {
				const entries = entriesOf(fields, change, readBody, source);
				if (!entries.ok) return entries;
				const told = describe?.(fields);
				return success(entries.value.map((entry) => ({ entry, told })));
			}),
		async send(asked, client, options) {
			const entries = asked.map(({ entry }) => entry);
			const outcomes = await sendInRounds(client, change, entries, options);
			return outcomes.map(
				(outcome, index): Outcome<OutputItem[]> =>
					outcome.ok ? success([{ json: { ...outcome.value, ...asked[index].told } }]) : outcome,
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
 * @param extras what the output says besides
 */
export function changeOperation(
	parts: TaskOperationParts,
	change: Change,
	readBody: BodyReader = () => success({}),
	extras: ChangeExtras = {},
): ChangeOperation {
	return {
		option: parts.option,
		properties: taskOperationFields(
			parts,
			optionsCollection([
				...(parts.moreOptions ?? []),
				...sendingFields('change'),
				ADDITIONAL_REQUEST_FIELDS,
			]),
		),
		execute: async (run) => await runTaskChange(run, change, readBody, extras),
		taskStatuses: change.allowedIn,
		change,
		fields: parts.fields ?? [],
		readBody,
	};
}
