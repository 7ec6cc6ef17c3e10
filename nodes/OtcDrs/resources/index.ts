import type { INodeProperties } from 'n8n-workflow';
import type { Operation, Resource } from '../operations/operation';
import type { ParkedWork } from '../operations/parking';
import { PARKING_FIELDS } from '../../shared/n8n/parking/fields';
import { assessment } from './assessment';
import { comparison } from './comparison';
import { configuration } from './configuration';
import { connection } from './connection';
import { dbInstance } from './dbInstance';
import { migration } from './migration';
import { precheck } from './precheck';
import { subnet } from './subnet';
import { switchover } from './switchover';
import { task } from './task';
import { verification } from './verification';

/** All resources of the node. */
export const RESOURCES: readonly Resource[] = [
	assessment,
	comparison,
	configuration,
	connection,
	dbInstance,
	migration,
	precheck,
	subnet,
	switchover,
	task,
	verification,
];

/** The resources that need neither the cloud nor its credential, by their values. */
export const LOCAL_RESOURCES: readonly string[] = RESOURCES.filter(({ operations }) =>
	operations.every(({ isLocal }) => isLocal),
).map(({ option }) => String(option.value));

const defaultResource = String(task.option.value);

/** The selectors "Resource" and "Operation", then the fields of all operations. */
export const PROPERTIES: INodeProperties[] = [
	/** Where the editor shows the credentials; otherwise they stand far below, at the fields that some depend on. */
	{ displayName: 'Credentials', name: 'credentials', type: 'credentials', default: '' },
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: RESOURCES.map(({ option }) => option),
		default: defaultResource,
	},
	...RESOURCES.map(
		({ option, defaultOperation, operations }): INodeProperties => ({
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: [String(option.value)] } },
			options: operations.map((operation) => operation.option),
			default: defaultOperation,
		}),
	),
	...RESOURCES.flatMap(({ operations }) => operations.flatMap(({ properties }) => properties)),
	...PARKING_FIELDS,
];

/** @returns the operation that the user chose; undefined for a name that this version does not know. */
export function findOperation(resource: string, operation: string): Operation | undefined {
	return RESOURCES.find(({ option }) => option.value === resource)?.operations.find(
		({ option }) => option.value === operation,
	);
}

/** @returns the work that an operation parks under this name; undefined for a name that this version does not know. */
export const findWork = (name: string): ParkedWork | undefined =>
	RESOURCES.flatMap(({ operations }) => operations).find(({ work }) => work?.name === name)?.work;
