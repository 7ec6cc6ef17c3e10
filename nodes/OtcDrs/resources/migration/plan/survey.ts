import type { IDataObject } from 'n8n-workflow';
import { MAX_BATCH_SIZE } from '../../../../shared/batch/sending';
import type { ApiClient } from '../../../../shared/client/client';
import { findElsewhere, findTasks, type Found } from '../../../../shared/drs/findTasks';
import { hasEnded } from '../../../../shared/drs/precheckProcess';
import { DETAILS } from '../../../../shared/drs/queries/details';
import { PRECHECK_RESULT } from '../../../../shared/drs/queries/precheck';
import { queryTasks } from '../../../../shared/drs/query';
import { failed, success, type Outcome } from '../../../../shared/failures/failure';
import { readText } from '../../../../shared/values/read';
import type { Plan } from '../run/plan';
import { readFindings } from '../run/precheckResult';

/** What is there already for one database. */
export interface World {
	/** The task of its name. */
	task?: { id: string; status: string };
	/** The details of that task, as the service gives them. */
	details?: IDataObject;
	/** Whether the last pre-check of the task lets it start. */
	hasPassed?: boolean;
	/** A task of another scenario or engine that has the name. */
	stranger?: IDataObject;
}

/** The statuses in which a pre-check counts. */
const CHECKED: readonly string[] = ['CONFIGURATION', 'START_JOB_FAILED'];

/** A failure that may be over at another attempt says nothing about the world. */
const worldOf = (
	found: Found,
	elsewhere: Found | undefined,
	details: Outcome<IDataObject> | undefined,
): Outcome<World> => {
	if (!found.ok) return failed(found.failure);
	if (!found.value) {
		if (elsewhere && !elsewhere.ok) return failed(elsewhere.failure);
		return success(elsewhere?.value ? { stranger: elsewhere.value } : {});
	}
	if (details && !details.ok) return failed(details.failure);
	const id = readText(found.value.id) ?? '';
	const status = readText(details?.value.status, found.value.status) ?? '';
	return success({ task: { id, status }, details: details?.value });
};

/**
 * Looks what is there already for the databases of a run. It only asks: lists, details and results of pre-checks, all in
 * batch calls.
 *
 * @param client the client of the run
 * @param plans what the items ask for
 * @param concurrency calls at the same time
 * @returns for each plan what is there, or why that is not known
 */
export async function survey(
	client: ApiClient,
	plans: readonly Plan[],
	concurrency: number,
): Promise<Array<Outcome<World>>> {
	const queries = { batchSize: MAX_BATCH_SIZE, concurrency };
	const bodies = plans.map(({ task }) => task.body);
	const found = await findTasks(client, bodies, concurrency);
	const idOf = (index: number): string | undefined => {
		const outcome = found[index];
		return outcome.ok ? readText(outcome.value?.id) : undefined;
	};
	const missing = plans.flatMap((_, index) => {
		const outcome = found[index];
		return outcome.ok && !outcome.value ? [index] : [];
	});
	const strangers = await findElsewhere(
		client,
		missing.map((index) => bodies[index]),
		concurrency,
	);
	const elsewhere = new Map(missing.map((index, at) => [index, strangers[at]]));
	const ids = [...new Set(plans.flatMap((_, index) => idOf(index) ?? []))];
	const details = await queryTasks(client, DETAILS, ids, { ...queries, areListed: true });
	const worlds = plans.map((_, index) =>
		worldOf(found[index], elsewhere.get(index), details.get(idOf(index) ?? '')),
	);
	const startable = worlds.flatMap((world) =>
		world.ok && world.value.task && CHECKED.includes(world.value.task.status)
			? [world.value.task.id]
			: [],
	);
	const checks = await queryTasks(client, PRECHECK_RESULT, [...new Set(startable)], queries);
	return worlds.map((world, index) => {
		const { acceptAlarms } = plans[index].settings;
		const check = world.ok ? checks.get(world.value.task?.id ?? '') : undefined;
		if (!world.ok || !check) return world;
		if (!check.ok && check.failure.isTransient === true) return failed(check.failure);
		const hasPassed =
			check.ok && hasEnded(check.value) && readFindings(check.value, acceptAlarms).hasPassed;
		return success({ ...world.value, hasPassed });
	});
}
