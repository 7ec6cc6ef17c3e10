import type { Resource } from '../../operations/operation';
import { getVipStatus } from './getVipStatus';
import { switchVip } from './switchVip';

/** The resource "Switchover". */
export const switchover: Resource = {
	option: { name: 'Switchover', value: 'switchover' },
	defaultOperation: 'getVipStatus',
	operations: [getVipStatus, switchVip],
};
