import { success } from '../../../shared/failures/failure';
import { singleOperation } from '../../operations/singleOperation';

/** Switchover → Switch VIP (switch-vip): moves the virtual IP address of a disaster recovery task. */
export const switchVip = singleOperation(
	{
		resource: 'switchover',
		option: {
			name: 'Switch VIP',
			value: 'switchVip',
			action: 'Switch the virtual IP address',
			description:
				'Point the virtual IP address of a disaster recovery task to the source or the target; clients follow it',
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
				description: 'Which side the address points to afterwards',
			},
		],
	},
	{
		method: 'POST',
		idempotent: true,
		howToCheck: 'Look with Switchover → Get VIP Status where the address points to.',
		rule: {
			verb: 'switch the virtual IP address',
			allowedIn: ['INCRE_TRANSFER_STARTED'],
			alsoNeeds: 'Only a disaster recovery task has a virtual IP address to switch.',
		},
		path: (id) => `${id}/switch-vip`,
		readBody: (fields) => success({ mode: fields.option('mode') }),
	},
);
