import { singleOperation } from '../../operations/singleOperation';

/** Switchover → Get Virtual IP Status (get-switch-vip-status). */
export const getVipStatus = singleOperation(
	{
		resource: 'switchover',
		option: {
			name: 'Get Virtual IP Status',
			value: 'getVipStatus',
			action: 'Get the status of a virtual IP switch',
			description:
				'Get the result of switching the virtual IP address of a synchronization between self-built databases',
		},
	},
	{ method: 'GET', idempotent: true, path: (id) => `${id}/get-switch-vip-status` },
);
