import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { CREATOR_TEXT } from '../shared/fields/creatorText';
import * as listSearch from './listSearch';
import { loginShown } from './loginShown';
import { LOCAL_RESOURCES, PROPERTIES } from './resources';
import { router } from './router';
import { PARKING_OUTPUTS } from '../shared/n8n/parking/fields';

/** Open Telekom Cloud Data Replication Service (DRS): migrate, synchronize and protect databases. */
export class OtcDrs implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'OTC DRS',
		name: 'otcDrs',
		icon: { light: 'file:../../icons/otcDrs.svg', dark: 'file:../../icons/otcDrs.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{$parameter["operation"].replace(/([A-Z])/g, " $1").toLowerCase() + ": " + $parameter["resource"]}}',
		description: CREATOR_TEXT,
		defaults: { name: 'OTC DRS' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: PARKING_OUTPUTS,
		credentials: [
			{
				name: 'otcApi',
				required: true,
				displayOptions: { hide: { resource: [...LOCAL_RESOURCES] } },
			},
			{
				name: 'otcDrsSourceDatabaseApi',
				required: true,
				displayName: 'Source Database Login',
				displayOptions: loginShown('source'),
			},
			{
				name: 'otcDrsTargetDatabaseApi',
				required: true,
				displayName: 'Target Database Login',
				displayOptions: loginShown('target'),
			},
		],
		properties: PROPERTIES,
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router(this);
	}
}
