import { success } from '../../../shared/failures/failure';
import { changeOperation } from '../../operations/change';

/** Pre-Check → Run (batch-precheck). Running it again only renews the result. */
export const runPrecheck = changeOperation(
	{
		resource: 'precheck',
		option: {
			name: 'Run',
			value: 'run',
			action: 'Run a pre-check',
			description:
				'Let the service check source, target and settings of configured tasks before they start',
		},
	},
	{
		method: 'POST',
		path: 'batch-precheck',
		verb: 'run the pre-check',
		allowedIn: ['CONFIGURATION', 'START_JOB_FAILED'],
	},
	() => success({ precheck_mode: 'forStartJob' }),
);
