import type { IDataObject } from 'n8n-workflow';
import { mapConcurrently } from '../../../../../shared/batch/concurrency';
import { success, type Failure, type Outcome } from '../../../../../shared/failures/failure';
import { UPDATE } from '../../../../../shared/drs/changes/lifeCycle';
import {
	differencesIn,
	GET_PARAMETERS,
	UPDATE_PARAMETERS,
} from '../../../../../shared/drs/parameters';
import { sendSingle } from '../../../../../shared/drs/singleCall';
import { changeOrDrop, dropRefused } from '../changeMigrations';
import { CONFIGURATIONS } from '../plan';
import { changing, reading, type Migration, type RunContext, type Stage } from '../migration';

const STAGE = 'configuration';

/** Sets the database parameters of the target to the values of the source, one group after the other. */
async function alignParameters(
	{ client }: RunContext,
	{ id, facts }: Migration,
): Promise<Outcome<IDataObject>> {
	const read = await sendSingle(client, GET_PARAMETERS, id, { jobs: [id], refresh: '1' });
	if (!read.ok) return read;
	const differences = differencesIn(read.value);
	const groups = [...new Set(differences.map(({ group }) => String(group)))];
	for (const group of groups) {
		const params = differences
			.filter((parameter) => parameter.group === group)
			.map(({ key, source_value: value }) => ({ key, target_value: value }));
		const answer = await sendSingle(client, UPDATE_PARAMETERS, id, { group, params });
		if (!answer.ok) return answer;
		if (String(answer.value.should_restart) === 'true') facts.target_needs_restart = true;
	}
	facts.aligned_parameters = differences.map(({ key }) => String(key));
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
			({ plan }) => plan.modification,
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
