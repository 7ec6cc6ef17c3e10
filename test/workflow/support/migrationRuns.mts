import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { RUN_FROM_HOST } from '../../support/migrationRun.mts';
import { useCloud } from '../../support/cloud.mts';
import type { EngineRun } from '../../support/n8nEngine.mts';
import { runNode } from '../../support/otc.mts';

/** Simulated durations pass this much faster: a creation takes a tenth of a second. */
const SPEED = 200;

/** @returns what the node gave */
export const outputOf = (result: EngineRun): IDataObject[] =>
	result.items('OTC DRS').map(({ json }) => json);

/** A cloud in which time passes quickly for each test, and Migration → Run. */
export function useMigrationRuns() {
	const { simulator, engine } = useCloud({ speed: SPEED });

	const run = async (
		items: IDataObject[],
		parameters: INodeParameters = {},
		onError: 'stopWorkflow' | 'continueRegularOutput' = 'continueRegularOutput',
	): Promise<EngineRun> =>
		await runNode(engine, { ...RUN_FROM_HOST, ...parameters }, items, onError);

	const started = () =>
		simulator.journal
			.of('startTasks')
			.flatMap(({ requestBody }) => (requestBody as { jobs: IDataObject[] }).jobs)
			.map(({ job_id: id }) => id);

	return { simulator, run, started };
}
