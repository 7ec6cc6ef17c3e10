import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { useCloud } from '../../support/cloud.mts';
import { passMinutes } from '../../support/clock.mts';
import { CREATE, runNode } from '../../support/otc.mts';

const TASK = { __rl: true, mode: 'id', value: '={{ $json.id }}' };

/** The node that finishes a migration. */
export const FINISH: INodeParameters = { resource: 'migration', operation: 'finish', jobId: TASK };

/** The node that checks whether it can be finished. */
export const CHECK: INodeParameters = {
	resource: 'migration',
	operation: 'checkCutOver',
	jobId: TASK,
};

/** A cloud for each test, and tasks that replicate in it. */
export function useCutOvers() {
	const { simulator, engine } = useCloud();

	/** Tasks that replicate. */
	async function replicating(...names: string[]): Promise<IDataObject[]> {
		const items = names.map((name) => ({ name }));
		const created = (await runNode(engine, CREATE, items)).items('OTC DRS').map(({ json }) => json);
		passMinutes(5);
		for (const task of simulator.tasks.all()) {
			Object.assign(task, { status: 'INCRE_TRANSFER_STARTED', since: Date.now() });
		}
		return created.map(({ id, name }) => ({ id, name, app: `app of ${String(name)}` }));
	}

	const outputOf = async (parameters: INodeParameters, items: IDataObject[]) =>
		(await runNode(engine, parameters, items, 'continueRegularOutput'))
			.items('Note')
			.map(({ json }) => json);

	const stopped = () =>
		simulator.journal
			.of('stopOrDeleteTasks')
			.flatMap(({ requestBody }) => (requestBody as { jobs: IDataObject[] }).jobs);

	return { simulator, engine, replicating, outputOf, stopped };
}
