import type { Resource } from '../../operations/operation';
import { changePassword } from './changePassword';
import { testCluster } from './testCluster';
import { testConnection } from './testConnection';

/** The resource "Connection". */
export const connection: Resource = {
	option: { name: 'Connection', value: 'connection' },
	defaultOperation: 'test',
	operations: [changePassword, testConnection, testCluster],
};
