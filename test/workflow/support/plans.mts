import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { RUN_FROM_HOST } from '../../support/migrationRun.mts';
import { useCloud } from '../../support/cloud.mts';
import { runNode } from '../../support/otc.mts';

/** What a plan may send. */
export const ASKING = [
	'listTasks',
	'getTaskDetails',
	'getPrecheckResults',
	'listRdsInstances',
	'listSubnets',
];

/** @returns so many databases */
export const named = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({ name: `shop-${index}` }));

/** A run that does only what was planned. */
export const BOUND = { options: { planId: '={{ $json.plan_id }}' } };

/** A cloud for each test, and Migration → Plan with the runs that follow it. */
export function usePlans() {
	const { simulator, engine } = useCloud({ speed: 200 });

	const node = async (parameters: INodeParameters, items: IDataObject[]) =>
		(await runNode(engine, { ...RUN_FROM_HOST, ...parameters }, items, 'continueRegularOutput'))
			.items('OTC DRS')
			.map(({ json }) => json);

	const plan = async (items: IDataObject[], parameters: INodeParameters = {}) =>
		await node({ operation: 'plan', ...parameters }, items);

	/** The changing requests in the journal, by the last part of their paths; each counts once a call. */
	const sent = (): string[] =>
		simulator.journal.entries
			.filter(({ service, operation }) => service === 'drs' && !ASKING.includes(operation ?? ''))
			.map(({ path }) => path.split('?')[0].split('/').at(-1)!);

	return { simulator, node, plan, sent };
}
