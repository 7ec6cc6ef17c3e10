import type { INodeParameters } from 'n8n-workflow';
import { byId } from '../../test/support/locators.mts';

/** One operation in the life of a task. */
export interface Step {
	operation: string;
	parameters?: INodeParameters;
	/** Simulated minutes that pass before it. */
	after?: number;
}

const LOGINS: INodeParameters = {
	sourceDatabase: {
		authentication: 'defineBelow',
		user: 'drs_reader',
		password: '={{ $json.password }}',
		ip: '10.0.0.5',
		dbPort: 3306,
		sslLink: false,
	},
};

/** One life of a task, in the order in which its steps are possible. */
const LIFE: Step[] = [
	{
		operation: 'task.createMigration',
		parameters: {
			name: 'shop-db',
			subnet: byId('352ad828-3467-4f03-987a-c55a5a9dd417'),
			targetInstance: byId('e05a3679efe241d8b5dee80b17c1a863in01'),
		},
	},
	{ operation: 'task.getStatus', after: 2 },
	{ operation: 'connection.test', parameters: LOGINS },
	{
		operation: 'connection.test',
		parameters: {
			endPointType: 'ta',
			targetDatabase: {
				authentication: 'defineBelow',
				user: 'drs_writer',
				password: '={{ $json.password }}',
				ip: '10.0.1.5',
				dbPort: 3306,
				sslLink: false,
			},
		},
	},
	{
		operation: 'connection.testCluster',
		parameters: { ...LOGINS, dbType: 'mongodb', dbName: 'admin', endPointType: 'ls' },
	},
	{
		operation: 'task.update',
		parameters: {
			...LOGINS,
			storeDbInfo: true,
			updateFields: {
				engineType: 'mysql',
				netType: 'eip',
				nodeType: 'high',
				replaceDefiner: true,
			},
		},
	},
	{
		operation: 'configuration.selectObjects',
		parameters: { objects: { object: [{ type: 'table', database: 'shop', name: 'orders' }] } },
	},
	{
		operation: 'configuration.setSyncPolicy',
		parameters: { policy: { conflictPolicy: 'overwrite', ddlTrans: true } },
	},
	{
		operation: 'configuration.setDataProcessing',
		parameters: {
			filter: 'amount > 1000',
			tables: { table: [{ database: 'shop', name: 'orders', level: 0 }] },
		},
	},
	{
		operation: 'configuration.setFlowControl',
		parameters: { ranges: { range: [{ from: 8, to: 17, speed: 10 }] } },
	},
	{ operation: 'configuration.setDefiner' },
	{ operation: 'configuration.getParameters', parameters: { onlyDifferences: true } },
	{
		operation: 'configuration.updateParameters',
		parameters: { parameters: { parameter: [{ key: 'max_connections', targetValue: '500' }] } },
	},
	{ operation: 'precheck.run' },
	{ operation: 'precheck.getResult', after: 2 },
	{ operation: 'task.start' },
	{ operation: 'task.getProgress', after: 2 },
	{ operation: 'task.get', after: 20 },
	{ operation: 'connection.changePassword', parameters: { newPassword: '={{ $json.password }}' } },
	{ operation: 'task.getMany', parameters: { dbUseType: 'migration' } },
	{
		operation: 'task.getMetrics',
		parameters: {
			timeRange: 0,
			from: '2026-11-02T08:10:00Z',
			to: '2026-11-02T08:20:00Z',
		},
	},
	{ operation: 'task.pause' },
	{ operation: 'task.resume' },
	{ operation: 'task.stop' },
	{ operation: 'task.delete', after: 5 },
];

/** A disaster recovery task, for the comparison. */
const RECOVERY: Step[] = [
	{
		operation: 'task.createDisasterRecovery',
		parameters: {
			name: 'shop-dr',
			engineType: 'cloudDataGuard-mysql',
			subnet: byId('352ad828-3467-4f03-987a-c55a5a9dd417'),
			targetInstance: byId('e05a3679efe241d8b5dee80b17c1a863in01'),
		},
	},
	{ operation: 'precheck.run', after: 2 },
	{ operation: 'task.start', after: 2 },
	{
		operation: 'comparison.create',
		after: 30,
		parameters: {
			compareData: 'lines',
			tables: { table: [{ database: 'shop', table: 'orders' }] },
		},
	},
	{ operation: 'comparison.getResult', after: 2 },
];

/** Self-built databases that are synchronized, for the switch of their address. */
const SELF_BUILT: Step[] = [
	{
		operation: 'task.createSync',
		parameters: {
			name: 'shop-vip',
			additionalFields: { jobDirection: 'non-dbs' },
			subnet: byId('352ad828-3467-4f03-987a-c55a5a9dd417'),
		},
	},
	{ operation: 'precheck.run', after: 2 },
	{ operation: 'task.start', after: 2 },
	{ operation: 'switchover.switchVip', after: 30 },
	{ operation: 'switchover.getVipStatus', after: 2 },
];

const SYNCHRONIZATION: Step[] = [
	{
		operation: 'task.createSync',
		parameters: {
			name: 'shop-sync',
			engineType: 'mysql-to-taurus',
			subnet: byId('352ad828-3467-4f03-987a-c55a5a9dd417'),
			targetInstance: byId('5b1c7d4e9f2a43c8a1d0e6f7b8c9d0e1in07'),
		},
	},
];

/** Lists that need no task. */
const LISTS: Step[] = [
	{ operation: 'dbInstance.getMany', parameters: { engine: 'mysql' } },
	{ operation: 'subnet.getMany' },
];

/** The lives of tasks that the examples come from; the first step of each creates the task. */
export const LIVES: Step[][] = [LIFE, RECOVERY, SYNCHRONIZATION, SELF_BUILT, LISTS];
