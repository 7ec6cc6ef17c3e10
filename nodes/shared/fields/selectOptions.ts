import type { INodePropertyOptions } from 'n8n-workflow';
import { SCENARIOS } from '../drs/scenarios';
import { byName } from '../n8n/fields';

/** The network types of the API, as the console calls them. */
export const NETWORK_TYPES: INodePropertyOptions[] = [
	{
		name: 'Public Network (EIP)',
		value: 'eip',
		description:
			'Reach the database over the internet. The replication instance gets an elastic IP.',
	},
	{
		name: 'VPC',
		value: 'vpc',
		description: 'Both databases are in Open Telekom Cloud, in the same VPC or in peered VPCs',
	},
	{
		name: 'VPN or Direct Connect',
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
		name: 'To the Cloud',
		value: 'up',
		description: 'The target is a DB instance in Open Telekom Cloud',
	},
	{
		name: 'Out of the Cloud',
		value: 'down',
		description: 'The source is a DB instance in Open Telekom Cloud',
	},
	{
		name: 'Self-Built to Self-Built',
		value: 'non-dbs',
		description: 'Neither side is a managed DB instance',
	},
];

/** What a task transfers. */
export const TASK_MODES: INodePropertyOptions[] = [
	{
		name: 'Full + Incremental',
		value: 'FULL_INCR_TRANS',
		description: 'Migrate the data, then replicate changes until you stop the task',
	},
	{ name: 'Full', value: 'FULL_TRANS', description: 'Migrate the data once' },
	{
		name: 'Incremental',
		value: 'INCR_TRANS',
		description: 'Only replicate changes, from a position that you set',
	},
];

/** The database types that the reference names. */
export const DATABASE_TYPES: INodePropertyOptions[] = [
	{ name: 'GaussDB(for MySQL)', value: 'taurus' },
	{ name: 'MongoDB', value: 'mongodb' },
	{ name: 'MySQL', value: 'mysql' },
	{ name: 'PostgreSQL', value: 'postgresql' },
];

/** The same, and a way to name another one. */
export const OPEN_DATABASE_TYPES: INodePropertyOptions[] = [
	...DATABASE_TYPES,
	{ name: 'Other', value: 'other' },
];
