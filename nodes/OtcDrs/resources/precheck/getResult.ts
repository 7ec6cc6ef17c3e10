import type { IDataObject } from 'n8n-workflow';
import { recordsIn } from '../../../shared/values/json';
import { queryOperation } from '../../operations/query';
import { hasEnded } from '../../../shared/drs/precheckProcess';
import { PRECHECK_RESULT } from '../../../shared/drs/queries/precheck';

const isFailed = ({ result }: IDataObject): boolean => result === 'FAILED';

/** @returns the result with the failed items once more by themselves, for messages and conditions. */
function withFailedItems(result: IDataObject): IDataObject {
	return {
		...result,
		is_finished: hasEnded(result),
		failed_items: recordsIn(result.precheck_result).filter(isFailed),
	};
}

/** Pre-Check → Get Result (batch-precheck-result). */
export const getResult = queryOperation(
	{
		resource: 'precheck',
		option: {
			name: 'Get Result',
			value: 'getResult',
			action: 'Get a pre-check result',
			description: 'Get pre-check progress and failed items with their reasons',
		},
	},
	PRECHECK_RESULT,
	() => withFailedItems,
);
