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
		waitingNodeTooltip:
			'Waiting for the tasks. No worker is held. The checks are in the sub-execution of this node.',
		builderHint: {
			searchHint:
				'Migrates, synchronizes and replicates MySQL, PostgreSQL and MongoDB databases with DRS of Open Telekom Cloud (T Cloud Public). For a whole migration use resource "migration", operation "run", with one item per database.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-otc-drs.otcDrsTrigger',
					relationHint: 'Starts a workflow when a task fails, replicates, lags or changes status',
				},
				{
					nodeType: 'n8n-nodes-base.extractFromFile',
					relationHint: 'Reads the list of databases from a CSV file or spreadsheet',
				},
				{
					nodeType: 'n8n-nodes-base.mySql',
					relationHint: 'Runs the SQL of Assessment → Get SQL and Verification → Get SQL',
				},
				{
					nodeType: 'n8n-nodes-base.postgres',
					relationHint: 'Runs the SQL of Assessment → Get SQL and Verification → Get SQL',
				},
			],
		},
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
