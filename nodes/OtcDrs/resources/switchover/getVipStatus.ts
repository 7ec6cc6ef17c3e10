import { singleOperation } from '../../operations/singleOperation';

/** Switchover → Get VIP Status (get-switch-vip-status). */
export const getVipStatus = singleOperation(
	{
		resource: 'switchover',
		option: {
			name: 'Get VIP Status',
			value: 'getVipStatus',
			action: 'Get the status of a VIP switch',
			description:
				'Query how the switch of the virtual IP address of a disaster recovery task went',
		},
	},
	{ method: 'GET', idempotent: true, path: (id) => `${id}/get-switch-vip-status` },
);
