import type { INodePropertyOptions } from 'n8n-workflow';
import { SCENARIOS } from '../drs/scenarios';
import {
	DATABASE_TYPE_NAMES,
	DIRECTION_NAMES,
	NETWORK_NAMES,
	TASK_MODE_NAMES,
} from '../drs/settingNames';
import { byName } from '../n8n/fields';

/** The network types of the API, as the console calls them. */
export const NETWORK_TYPES: INodePropertyOptions[] = [
	{
		name: NETWORK_NAMES.eip,
		value: 'eip',
		description:
			'Reach the database over the internet. The replication instance gets an elastic IP.',
	},
	{
		name: NETWORK_NAMES.vpc,
		value: 'vpc',
		description: 'Both databases are in Open Telekom Cloud, in the same VPC or in peered VPCs',
	},
	{
		name: NETWORK_NAMES.vpn,
		value: 'vpn',
		description: 'Reach the database over VPN, Direct Connect or Cloud Connect',
	},
];

/** The scenarios of the API, as the console calls them. */
export const SCENARIO_CHOICES: INodePropertyOptions[] = SCENARIOS.map(({ noun, dbUseType }) => ({
	name: noun.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
	value: dbUseType,
})).sort(byName);

/** The sides of a task, as the API abbreviates them. */
export const SIDE_CHOICES: INodePropertyOptions[] = [
	{ name: 'Source', value: 'so' },
	{ name: 'Target', value: 'ta' },
];

/** The directions of a task. */
export const DIRECTIONS: INodePropertyOptions[] = [
	{
		name: DIRECTION_NAMES.up,
		value: 'up',
		description: 'The target is a DB instance in Open Telekom Cloud',
	},
	{
		name: DIRECTION_NAMES.down,
		value: 'down',
		description: 'The source is a DB instance in Open Telekom Cloud',
	},
	{
		name: DIRECTION_NAMES['non-dbs'],
		value: 'non-dbs',
		description: 'Neither side is a managed DB instance',
	},
];

/** What a task transfers. */
export const TASK_MODES: INodePropertyOptions[] = [
	{
		name: TASK_MODE_NAMES.FULL_INCR_TRANS,
		value: 'FULL_INCR_TRANS',
		description: 'Migrate the data, then replicate changes until you stop the task',
	},
	{ name: TASK_MODE_NAMES.FULL_TRANS, value: 'FULL_TRANS', description: 'Migrate the data once' },
	{
		name: TASK_MODE_NAMES.INCR_TRANS,
		value: 'INCR_TRANS',
		description: 'Only replicate changes, from a position that you set',
	},
];

/** The database types that the reference names. */
export const DATABASE_TYPES: INodePropertyOptions[] = Object.entries(DATABASE_TYPE_NAMES).map(
	([value, name]) => ({ name, value }),
);

/** The same, and a way to name another one. */
export const OPEN_DATABASE_TYPES: INodePropertyOptions[] = [
	...DATABASE_TYPES,
	{ name: 'Other', value: 'other' },
];
