import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { subnets } from '../../../simulator/data/network.mts';
import { byId } from '../../support/locators.mts';
import type { Engine } from '../../support/n8nEngine.mts';
import { CREATE, runNode } from '../../support/otc.mts';

/** @returns the value of the subnet field for a subnet of the simulator */
export const subnetIn = (name: string) => byId(subnets.find((subnet) => subnet.name === name)!.id);

/** What turns a creation into a run. */
export const RUN: INodeParameters = {
	resource: 'migration',
	operation: 'run',
	sourceDatabase: { ip: '10.0.0.5' },
};

/** Creates tasks, or runs migrations. @returns the output, with failed items */
export const outputOf = async (
	engine: Engine,
	parameters: INodeParameters,
	items: IDataObject[] = [{ name: 'shop' }],
): Promise<IDataObject[]> =>
	(await runNode(engine, { ...CREATE, ...parameters }, items, 'continueRegularOutput'))
		.items('OTC DRS')
		.map(({ json }) => json);
