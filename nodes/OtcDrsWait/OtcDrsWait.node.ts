import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { taskSearch } from '../shared/fields/searchTasks';
import { WAIT_FIELDS } from './fields';
import { waitForItems, runAndContinue } from './run';
import { isTool } from './settings';

/** Waits until DRS tasks reach a status: for hours, across restarts, without holding a worker. */
export class OtcDrsWait implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'OTC DRS Wait',
		name: 'otcDrsWait',
		icon: { light: 'file:../../icons/otcDrs.svg', dark: 'file:../../icons/otcDrs.dark.svg' },
		group: ['organization'],
		version: 1,
		subtitle: '={{"for " + $parameter["target"].replace(/([A-Z])/g, " $1").toLowerCase()}}',
		description: 'Wait until tasks of the Data Replication Service (DRS) reach a status',
		defaults: { name: 'OTC DRS Wait' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
		],
		outputNames: ['Check Again', 'Reached', 'Failed', 'Timed Out'],
		credentials: [{ name: 'otcApi', required: true }],
		properties: WAIT_FIELDS,
	};

	methods = { listSearch: { searchTasks: taskSearch() } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const outputs = this.continueOnFail() ? await runAndContinue(this) : await waitForItems(this);
		return isTool(this) ? [outputs.flat()] : outputs;
	}
}
