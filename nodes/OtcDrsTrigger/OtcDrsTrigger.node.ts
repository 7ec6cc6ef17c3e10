import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { CREATOR_TEXT } from '../shared/fields/creatorText';
import { TRIGGER_FIELDS } from './fields';
import { poll } from './poll';

/** Starts a workflow when something happens to DRS tasks: each event once, also across restarts. */
export class OtcDrsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'OTC DRS Trigger',
		name: 'otcDrsTrigger',
		icon: { light: 'file:../../icons/otcDrs.svg', dark: 'file:../../icons/otcDrs.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{$parameter["events"].map((event) => event.replace(/([A-Z])/g, " $1").toLowerCase()).join(", ")}}',
		description: CREATOR_TEXT,
		defaults: { name: 'OTC DRS Trigger' },
		polling: true,
		builderHint: {
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-otc-drs.otcDrs',
					relationHint: 'Gets, starts, stops and finishes the task of an event',
				},
			],
		},
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'otcApi', required: true }],
		properties: TRIGGER_FIELDS,
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
