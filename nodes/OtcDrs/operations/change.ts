import type { IDataObject, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { failed, success, type Failure, type Outcome } from '../../shared/failures/failure';
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
import { taskOperationFields, type Operation, type TaskOperationParts } from './operation';
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

/** What has to be done with some tasks before the change. */
export interface Preparation<S> {
	/** Reads what one item wants to be done; undefined for nothing. */
	read(fields: Fields): Outcome<S | undefined>;
	/**
	 * @param tasks what is wanted for each task, by ID: what the first item says that wants anything
	 * @returns why tasks cannot be changed after all; they take no further part
	 */
	run(
		client: ApiClient,
		tasks: ReadonlyMap<string, S>,
		options: SendingOptions,
	): Promise<ReadonlyMap<string, Failure>>;
}

/** What a change does besides. */
export interface ChangeExtras<S> {
	/** What comes before the change. */
	preparation?: Preparation<S>;
	/** @returns what the output of a task says besides the answer. */
	describe?(fields: Fields): IDataObject;
}

/** A change of one task that an item asks for. */
interface Asked<S> {
	entry: ChangeEntry;
	/** Goes into the output besides the answer. */
	told?: IDataObject;
	/** What comes before it. */
	before?: S;
}

/** @returns what comes before the changes, by task ID. */
function beforeTasks<S>(asked: ReadonlyArray<Asked<S>>): Map<string, S> {
	const tasks = new Map<string, S>();
	for (const { entry, before } of asked) {
		if (before !== undefined && !tasks.has(entry.id)) tasks.set(entry.id, before);
	}
	return tasks;
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
 * Runs an operation that changes tasks: reads tasks and settings of all items, sends each task once, and hands every item
 * what came of its own tasks.
 *
 * @param run what the operation works with
 * @param change the operation
 * @param readBody reads the settings of one item, without the task's ID
 * @param extras what comes before the change, and what the output says besides
 * @returns one output item a task, in input order, paired with the item that named it
 */
async function runTaskChange<S>(
	run: OperationRun,
	change: Change,
	readBody: BodyReader,
	{ preparation, describe }: ChangeExtras<S>,
): Promise<INodeExecutionData[]> {
	const { parameters } = run;
	const credentials = await readRunCredentials(run);
	const now = run.now();
	return await runPerItem<Asked<S>>(run, {
		kind: 'change',
		read: (item) =>
			gathered(parameters, item, (fields) => {
				const ids = taskIdsOf(fields, MAX_CHANGED_TASKS);
				if (!ids.ok) return ids;
				const own = readBody(fields, { credentials, now });
				if (!own.ok) return own;
				const body = withAdditionalFields(fields, own.value);
				const before = preparation?.read(fields);
				if (before?.ok === false) return before;
				const part = readText(change.partField && body[change.partField]);
				const told = describe?.(fields);
				return success(
					ids.value.map((id) => ({ entry: { id, part, body }, told, before: before?.value })),
				);
			}),
		async send(asked, client, options) {
			const failures = await preparation?.run(client, beforeTasks(asked), options);
			const failureOf = ({ id }: ChangeEntry): Failure | undefined => failures?.get(id);
			const entries = asked.map(({ entry }) => entry);
			const ready = entries.filter((entry) => failureOf(entry) === undefined);
			const changed = (await sendInRounds(client, change, ready, options)).values();
			return asked.map(({ entry, told }): Outcome<OutputItem[]> => {
				const failure = failureOf(entry);
				if (failure) return failed(failure);
				const outcome = changed.next().value as Outcome<IDataObject>;
				return outcome.ok ? success([{ json: { ...outcome.value, ...told } }]) : outcome;
			});
		},
	});
}

/** An operation that changes tasks, with the parts that a whole migration is put together from. */
export interface ChangeOperation extends Operation {
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
 * @param extras what comes before the change, and what the output says besides
 */
export function changeOperation<S>(
	parts: TaskOperationParts,
	change: Change,
	readBody: BodyReader = () => success({}),
	extras: ChangeExtras<S> = {},
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
		execute: async (run) => await runTaskChange(run, change, readBody, extras),
		taskStatuses: extras.preparation ? undefined : change.allowedIn,
		change,
		fields: parts.fields ?? [],
		readBody,
	};
}
