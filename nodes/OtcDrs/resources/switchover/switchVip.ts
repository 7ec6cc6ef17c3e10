import { success } from '../../../shared/failures/failure';
import { singleOperation } from '../../operations/singleOperation';

/** Switchover → Switch VIP (switch-vip): moves the virtual IP address of self-built databases (drs_03_0147). */
export const switchVip = singleOperation(
	{
		resource: 'switchover',
		option: {
			name: 'Switch Virtual IP',
			value: 'switchVip',
			action: 'Switch the virtual IP address',
			description:
				'Point the virtual IP address of a synchronization between self-built databases to the source or the target',
		},
		fields: [
			{
				displayName: 'Switch To',
				name: 'mode',
				type: 'options',
				options: [
					{ name: 'Source', value: 'source' },
					{ name: 'Target', value: 'target' },
				],
				default: 'target',
				description: 'Side that the address points to afterwards',
			},
		],
	},
	{
		method: 'POST',
		idempotent: true,
		howToCheck: 'Check with Switchover → Get Virtual IP Status where the address points to.',
		rule: {
			verb: 'switch the virtual IP address',
			allowedIn: ['INCRE_TRANSFER_STARTED'],
			alsoNeeds:
				'Only a synchronization between self-built databases has a virtual IP address to switch.',
		},
		path: (id) => `${id}/switch-vip`,
		readBody: (reader, item) => success({ mode: reader.get<string>('mode', item, 'target') }),
	},
);
