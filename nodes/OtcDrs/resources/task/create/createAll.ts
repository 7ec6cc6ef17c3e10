import type { IDataObject } from 'n8n-workflow';
import { success, type Outcome } from '../../../../shared/failures/failure';
import type { Outcomes } from '../../../../shared/batch/outcomes';
import type { ApiClient } from '../../../../shared/client/client';
import { brief, describeExisting } from '../../../../shared/drs/existingTask';
import type { CreateEntry } from '../../../../shared/drs/createEntry';
import { createTasks, type CreateOptions } from '../../../../shared/drs/createTasks';

type Created = Outcomes<IDataObject>;

/** Two items that ask for the same are answered alike. */
const requestOf = ({ key, body }: CreateEntry): string => `${key} ${JSON.stringify(body)}`;

/** The service refuses the user, whatever is created. */
const GENERAL_REFUSALS = new Set<number | undefined>([401, 403]);

/**
 * Tries items that ask for another task of a name whose creation has failed, one per name at a time, until one is there or
 * the user is refused.
 *
 * @returns the items that made their task
 */
async function tryOthers(
	client: ApiClient,
	requests: ReadonlyMap<CreateEntry, string>,
	created: Created,
	tried: Map<string, Outcome<IDataObject>>,
	options: CreateOptions,
): Promise<Set<CreateEntry>> {
	const makers = new Set<CreateEntry>();
	for (;;) {
		const next = new Map<string, CreateEntry>();
		for (const [entry, request] of requests) {
			const isLeft = !created.of(entry.key).ok && !tried.has(request);
			if (isLeft && !next.has(entry.key)) next.set(entry.key, entry);
		}
		if (next.size === 0) return makers;
		const outcomes = await createTasks(client, [...next.values()], options);
		for (const [key, outcome] of outcomes) {
			const entry = next.get(key) as CreateEntry;
			created.set(key, outcome);
			tried.set(requests.get(entry) as string, outcome);
			if (outcome.ok && outcome.value.already_existed !== true) makers.add(entry);
		}
		const isRefused = (outcome: Outcome<IDataObject>): boolean =>
			!outcome.ok && GENERAL_REFUSALS.has(outcome.failure.httpStatus);
		if ([...outcomes.values()].every(isRefused)) return makers;
	}
}

/** @returns what the items get that ask for a name again, when they are to get the task that exists. */
async function shareTasks(
	client: ApiClient,
	first: readonly CreateEntry[],
	repeated: readonly CreateEntry[],
	created: Created,
	options: CreateOptions,
): Promise<Array<Outcome<IDataObject>>> {
	const outcomeOf = ({ key }: CreateEntry) => created.of(key);
	const tried = new Map(
		first
			.filter((entry) => !outcomeOf(entry).ok)
			.map((entry) => [requestOf(entry), outcomeOf(entry)]),
	);
	const requests = new Map(repeated.map((entry) => [entry, requestOf(entry)]));
	const makers = await tryOthers(client, requests, created, tried, options);
	const there = repeated.flatMap((entry) => {
		const outcome = outcomeOf(entry);
		return outcome.ok && !makers.has(entry)
			? [{ entry, body: entry.body, task: brief(outcome.value) }]
			: [];
	});
	const described = await describeExisting(client, there, options.concurrency);
	const shared = new Map(there.map(({ entry }, index) => [entry, described[index]]));
	return repeated.map(
		(entry) => shared.get(entry) ?? tried.get(String(requests.get(entry))) ?? outcomeOf(entry),
	);
}

/** Parts the tasks by name: the first of each name, and those that ask for the same name again. */
function partByName(
	entries: readonly CreateEntry[],
	known: ReadonlyMap<string, IDataObject>,
): { first: CreateEntry[]; repeated: CreateEntry[] } {
	const names = new Set(known.keys());
	const first: CreateEntry[] = [];
	const repeated: CreateEntry[] = [];
	for (const entry of entries) {
		(names.has(entry.key) ? repeated : first).push(entry);
		names.add(entry.key);
	}
	return { first, repeated };
}

/**
 * Creates tasks, each name once. One that asks for a name again gets the task that exists.
 *
 * @param client the client of the run
 * @param entries the tasks; a name may repeat where "If Task Exists" returns the existing task
 * @param options sizes and request form
 * @param known the tasks that an earlier try made of this name, by key
 * @returns what became of each, in their order
 */
export async function createAll(
	client: ApiClient,
	entries: readonly CreateEntry[],
	options: CreateOptions,
	known: ReadonlyMap<string, IDataObject> = new Map(),
): Promise<Array<Outcome<IDataObject>>> {
	const { first, repeated } = partByName(entries, known);
	const created = await createTasks(client, first, options);
	for (const [key, task] of known) created.set(key, success(task));
	const own = new Map(first.map((entry) => [entry, created.of(entry.key)]));
	const shared = await shareTasks(client, first, repeated, created, options);
	repeated.forEach((entry, index) => own.set(entry, shared[index]));
	return entries.map((entry) => own.get(entry) ?? created.of(entry.key));
}
