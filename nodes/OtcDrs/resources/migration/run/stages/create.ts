import type { IDataObject } from 'n8n-workflow';
import type { Outcome } from '../../../../../shared/errors/failure';
import { listTasks } from '../../../common/listTasks';
import type { TaskGroup } from '../../../common/taskPages';
import { queryTasks } from '../../../common/queryTasks';
import { PAUSED, STOPPED } from '../../../common/statuses';
import { waitForStatuses } from '../../../common/waitForAnswers';
import { findDifferences } from '../../../task/create/existingTask';
import { createTasks } from '../../../task/create/sendTasks';
import {
	deadlineIn,
	drop,
	onTheWay,
	type Migration,
	type RunContext,
	type Stage,
} from '../migration';
import { failedReason } from '../failedReason';

const STAGE = 'create';

/** Finds the tasks that are there already, by their names, with one list a scenario and engine. */
async function findExisting(
	{ client, settings }: RunContext,
	migrations: readonly Migration[],
): Promise<Outcome<Map<string, IDataObject>>> {
	const groups = new Map(
		migrations.map(({ plan }) => {
			const { db_use_type: useType, engine_type: engine } = plan.task.body;
			return [`${useType} ${engine}`, { db_use_type: useType, engine_type: engine } as TaskGroup];
		}),
	);
	const listed = await listTasks(
		client,
		[...groups.values()],
		{},
		{
			most: Infinity,
			concurrency: settings.concurrency,
		},
	);
	if (!listed.ok) return listed;
	return {
		ok: true,
		value: new Map(listed.value.map((task) => [String(task.name).toLowerCase(), task])),
	};
}

/** Says of a task that was there already how it differs from what the item asks for. */
async function compareSettings(
	{ client, settings, queries }: RunContext,
	existing: readonly Migration[],
): Promise<void> {
	const details = await queryTasks(
		client,
		'details',
		existing.map(({ id }) => id),
		queries,
	);
	for (const migration of existing) {
		const task = details.get(migration.id);
		if (!task?.ok) continue;
		const differences = findDifferences(migration.plan.task.body, task.value);
		migration.facts.already_existed = true;
		migration.facts.differences = differences as unknown as IDataObject[];
		if (differences.length === 0 || settings.ifSettingsDiffer === 'report') continue;
		const named = differences.map(
			({ field, requested, existing: present }) =>
				`${field} is ${String(present)}, not ${String(requested)}`,
		);
		drop(migration, STAGE, {
			message: `Task "${migration.plan.task.body.name}": exists with other settings: ${named.join(', ')}`,
			description:
				'Give the item another name, make its settings those of the task, or set the option "If Settings Differ" to "Report and Go On".',
			jobId: migration.id,
			details: { differences: differences as unknown as IDataObject[] },
		});
	}
}

async function createMissing(context: RunContext, missing: readonly Migration[]): Promise<void> {
	const created = await createTasks(
		context.client,
		missing.map(({ plan }) => plan.task),
		{ ...context.settings, ifTaskExists: 'return', requestFormat: 'batch' },
	);
	for (const migration of missing) {
		const outcome = created.get(migration.plan.task.key);
		if (!outcome?.ok) {
			if (outcome) drop(migration, STAGE, outcome.failure);
			continue;
		}
		migration.id = String(outcome.value.id);
		migration.status = String(outcome.value.status);
		migration.facts.already_existed = outcome.value.already_existed === true;
	}
}

/** Why a task that exists cannot be brought any further. */
const DEAD_ENDS: ReadonlyArray<[statuses: readonly string[], what: string, remedy: string]> = [
	[
		['CREATE_FAILED'],
		'its creation failed',
		'Delete the task (Task → Delete, or the option "Clean Up Failed Tasks") and run again.',
	],
	[
		STOPPED,
		'was stopped',
		'A stopped task cannot be started again. Delete it, or give the item another name.',
	],
	[['RELEASE_RESOURCE_FAILED'], 'could not be stopped', 'Stop it again, or contact support.'],
	[PAUSED, 'is paused', 'Resume it with Task → Resume, then run again.'],
];

async function dropDeadEnds(context: RunContext, migrations: readonly Migration[]): Promise<void> {
	const reasons = await failedReason(
		context,
		migrations.filter(({ status }) => status === 'CREATE_FAILED'),
	);
	for (const migration of migrations) {
		const deadEnd = DEAD_ENDS.find(([statuses]) => statuses.includes(migration.status));
		if (!deadEnd) continue;
		const [, what, remedy] = deadEnd;
		const reason = reasons.get(migration.id);
		drop(migration, STAGE, {
			message: `Task "${migration.plan.task.body.name}": ${what}${reason ? `: ${reason}` : ''}`,
			description: remedy,
			jobId: migration.id,
		});
	}
}

/** Creates the tasks, or finds those that an earlier run created, and waits until they can be configured. */
export const create: Stage = {
	name: STAGE,
	concerns: () => true,
	async run(context, migrations) {
		const existing = await findExisting(context, migrations);
		if (!existing.ok) {
			for (const migration of migrations) drop(migration, STAGE, existing.failure);
			return;
		}
		const known = migrations.filter(({ plan }) => existing.value.has(plan.task.key));
		for (const migration of known) {
			const task = existing.value.get(migration.plan.task.key) as IDataObject;
			migration.id = String(task.id);
			migration.status = String(task.status);
		}
		await compareSettings(context, known);
		await createMissing(
			context,
			migrations.filter(({ id }) => id === ''),
		);
		const created = onTheWay(migrations);
		const settled = await waitForStatuses(
			context.client,
			created.map(({ id }) => id),
			{
				...context.queries,
				isSettled: (status) => status !== 'CREATING',
				deadline: deadlineIn(context.client, context.settings.stageMinutes),
				goal: 'its creation',
			},
		);
		for (const migration of created) {
			const outcome = settled.get(migration.id);
			if (outcome?.ok) migration.status = String(outcome.value.status);
			else if (outcome) drop(migration, STAGE, outcome.failure);
		}
		await dropDeadEnds(context, onTheWay(created));
	},
};
