import type { IDataObject } from 'n8n-workflow';
import { mapConcurrently } from '../../../../../shared/batch/concurrency';
import { success, type Failure, type Outcome } from '../../../../../shared/failures/failure';
import { UPDATE } from '../../../../../shared/drs/changes/lifeCycle';
import {
	differencesIn,
	GET_PARAMETERS,
	UPDATE_PARAMETERS,
} from '../../../../../shared/drs/parameters';
import { needsMemory, planAlignment } from '../../../../../shared/drs/constraints/alignment';
import { sendSingle } from '../../../../../shared/drs/singleCall';
import { readMemory } from '../../../../../shared/drs/targetMemory';
import { readText } from '../../../../../shared/values/read';
import { changeOrDrop, dropRefused } from '../changeMigrations';
import { partsOf } from '../parts';
import { CONFIGURATIONS } from '../plan';
import { modificationOf } from '../modification';
import { changing, reading, type Migration, type RunContext, type Stage } from '../migration';

const STAGE = 'configuration';

const MEMORY_UNKNOWN =
	'The memory of the target could not be read. innodb_buffer_pool_size must not take more than 70 % of it, or the target may not start.';

/** Sets the database parameters of the target to the values of the source, one group after the other. */
async function alignParameters(
	{ client }: RunContext,
	migration: Migration,
): Promise<Outcome<IDataObject>> {
	const { facts, plan } = migration;
	const { id } = partsOf(migration).find(({ isReversed }) => !isReversed) ?? migration;
	const read = await sendSingle(client, GET_PARAMETERS, {
		id,
		body: { jobs: [id], refresh: '1' },
	});
	if (!read.ok) return read;
	const differences = differencesIn(read.value);
	const instance = readText(plan.task.body.target_endpoint.inst_id);
	const isAsked = instance !== undefined && needsMemory(differences);
	const memory = isAsked ? await readMemory(client, instance) : undefined;
	const { aligned, skipped } = planAlignment(differences, memory);
	const groups = [...new Set(aligned.map(({ group }) => String(group)))];
	for (const group of groups) {
		const params = aligned
			.filter((parameter) => parameter.group === group)
			.map(({ key, source_value: value }) => ({ key, target_value: value }));
		const answer = await sendSingle(client, UPDATE_PARAMETERS, { id, body: { group, params } });
		if (!answer.ok) return answer;
		if (String(answer.value.should_restart) === 'true') facts.target_needs_restart = true;
	}
	facts.aligned_parameters = aligned.map(({ key }) => String(key));
	if (skipped.length > 0) facts.skipped_parameters = skipped;
	if (memory === undefined && needsMemory(aligned)) facts.parameter_warning = MEMORY_UNKNOWN;
	return success({});
}

/** Saves the logins in the task, then makes the settings that were chosen. */
export const configuration: Stage = {
	name: STAGE,
	concerns: ({ status }) => status === 'CONFIGURATION',
	requests: ({ configurations, alignParameters: aligns }) => [
		changing(UPDATE.path),
		...configurations.map(({ name }) => changing(CONFIGURATIONS[name].change.path)),
		...(aligns ? [reading('batch-get-params'), changing('params')] : []),
	],
	async run(context, migrations) {
		let left = await changeOrDrop(
			context,
			STAGE,
			migrations,
			UPDATE,
			({ plan, parts }, { isReversed }) =>
				modificationOf(plan.modification, { isPart: parts !== undefined, isReversed }),
		);
		for (const [name, { change }] of Object.entries(CONFIGURATIONS)) {
			const bodies = new Map<Migration, IDataObject>();
			for (const migration of left) {
				const planned = migration.plan.configurations.find((one) => one.name === name);
				if (planned) bodies.set(migration, planned.body);
			}
			const chosen = [...bodies.keys()];
			const changed = await changeOrDrop(context, STAGE, chosen, change, (migration) => ({
				...bodies.get(migration),
			}));
			left = left.filter((migration) => !bodies.has(migration) || changed.includes(migration));
		}
		const refused = new Map<Migration, Failure>();
		const aligned = left.filter(({ plan }) => plan.alignParameters);
		await mapConcurrently(aligned, context.settings.concurrency, async (migration) => {
			const outcome = await alignParameters(context, migration);
			if (!outcome.ok) refused.set(migration, outcome.failure);
		});
		await dropRefused(context, STAGE, refused);
	},
};
