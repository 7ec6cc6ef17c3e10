import { queryOperation } from '../../operations/query';
import { STATUS } from '../../../shared/drs/queries/status';

/** Task → Get Status (drs_api_0150). */
export const getStatus = queryOperation(
	{
		resource: 'task',
		option: {
			name: 'Get Status',
			value: 'getStatus',
			action: 'Get task status',
			description: 'Get the current status of tasks, up to 100 per call',
		},
	},
	STATUS,
);
