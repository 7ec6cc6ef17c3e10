import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Simulator } from '../../simulator/index.mts';
import type { Figures } from './figures.mts';
import type { Strangers } from './strangers.mts';

const textOf = ({ message, description }: IDataObject): string =>
	[message, description].filter((part) => part !== undefined).join(' ');

const isUnclear = ({ json }: { json: IDataObject }): boolean =>
	/unclear whether it was created/.test(String((json.error as IDataObject).message));

/** What an execution claims, held against the record. */
export type Claims = Pick<
	Figures,
	'succeeded' | 'failed' | 'unexplained' | 'lost' | 'wrong' | 'unclear' | 'orphans' | 'firstFailure'
>;

/** The record of a case, in which the node's claims are looked up. */
export interface CampaignRecord {
	simulator: Simulator;
	/** The names of all items. */
	names: readonly string[];
	strangers: Strangers;
}

/** @returns what the output of an execution claims, held against the tasks that exist when it has ended */
export function judge(
	{ simulator, names, strangers }: CampaignRecord,
	output: readonly INodeExecutionData[],
): Claims {
	const own = simulator.tasks.all().filter(({ id }) => !strangers.ids.has(id));
	const byName = new Map(own.map((task) => [task.name, task.id]));
	const rows = names.map((item, index) => ({ item, json: output[index]?.json ?? {} }));
	const failed = rows.filter(({ json }) => json.error !== undefined);
	const succeeded = rows.filter(({ json }) => json.id !== undefined);
	const explanations = failed.map(({ json }) => json.error as IDataObject);
	return {
		succeeded: succeeded.length,
		failed: failed.length,
		unexplained: explanations.filter(({ message, description }) => !message || !description).length,
		lost: names.length - failed.length - succeeded.length + Math.abs(output.length - names.length),
		wrong: succeeded.filter(({ item, json }) => json.id !== byName.get(item)).length,
		unclear: failed.filter(isUnclear).length,
		orphans: failed.filter(
			(row) =>
				byName.has(row.item) &&
				(row.json.error as IDataObject).job_id === undefined &&
				!isUnclear(row),
		).length,
		...(failed.length > 0 && { firstFailure: textOf(explanations[0]) }),
	};
}
