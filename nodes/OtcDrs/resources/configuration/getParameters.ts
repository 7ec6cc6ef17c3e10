import type { IDataObject } from 'n8n-workflow';
import { success } from '../../../shared/failures/failure';
import { recordsIn } from '../../../shared/values/json';
import { singleOperation } from '../../operations/singleOperation';

const paramsIn = (answer: IDataObject): IDataObject[] =>
	recordsIn(answer.params_list).flatMap(({ params }) => recordsIn(params));

/** @returns the parameters of an answer that differ between source and target. */
export const differencesIn = (answer: IDataObject): IDataObject[] =>
	paramsIn(answer).filter((entry) => entry.compare_result === 'false');

/**
 * Configuration → Get Parameters (batch-get-params): database parameters of source and target side by side. The answer
 * does not say which task a list belongs to, therefore every task is asked for by itself.
 */
export const getParameters = singleOperation(
	{
		resource: 'configuration',
		option: {
			name: 'Get Parameters',
			value: 'getParameters',
			action: 'Get database parameters',
			description:
				'Compare the database parameters of source and target, such as max_connections; changes nothing',
		},
		fields: [
			{
				displayName: 'Only Differences',
				name: 'onlyDifferences',
				type: 'boolean',
				default: false,
				description: 'Whether to return only the parameters that differ between source and target',
			},
			{
				displayName: 'Read Anew',
				name: 'refresh',
				type: 'boolean',
				default: true,
				description:
					'Whether the service reads the parameters from the databases again. The first time it has to; off, it answers from its cache.',
			},
		],
	},
	{
		method: 'POST',
		idempotent: true,
		path: () => 'batch-get-params',
		readBody: (reader, item, id) =>
			success({ jobs: [id], refresh: reader.get('refresh', item, true) ? '1' : '0' }),
		findRefusal: (answer) => paramsIn(answer).find((entry) => entry.error_code !== undefined),
		readPresent(reader, item) {
			const select = reader.get('onlyDifferences', item, false) ? differencesIn : paramsIn;
			return (answer, id) => ({ job_id: id, params: select(answer) });
		},
	},
);
