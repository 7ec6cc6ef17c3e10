import { success } from '../../../shared/failures/failure';
import { changeOperation } from '../../operations/change';
import { PRECHECK } from '../../../shared/drs/changes/lifeCycle';

/** Pre-Check → Run (batch-precheck). Running it again only renews the result. */
export const runPrecheck = changeOperation(
	{
		resource: 'precheck',
		option: {
			name: 'Run',
			value: 'run',
			action: 'Run a pre-check',
			description: 'Check source, target and settings of configured tasks before they start',
		},
	},
	PRECHECK,
	() => success({ precheck_mode: 'forStartJob' }),
);
