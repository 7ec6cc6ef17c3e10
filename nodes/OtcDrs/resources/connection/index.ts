import type { Resource } from '../../operation';
import { changePassword } from './changePassword';
import { test } from './test';
import { testCluster } from './testCluster';

/** The resource "Connection". */
export const connection: Resource = {
	option: { name: 'Connection', value: 'connection' },
	defaultOperation: 'test',
	operations: [changePassword, test, testCluster],
};
