import { success } from '../../../shared/failures/failure';
import { differencesIn, GET_PARAMETERS, parametersIn } from '../../../shared/drs/parameters';
import { singleOperation } from '../../operations/singleOperation';

/** Configuration → Get Parameters (batch-get-params): database parameters of source and target side by side. */
export const getParameters = singleOperation(
	{
		resource: 'configuration',
		option: {
			name: 'Get Parameters',
			value: 'getParameters',
			action: 'Get database parameters',
			description:
				'Compare the database parameters of source and target, such as max_connections, without changing them',
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
				displayName: 'Refresh',
				name: 'refresh',
				type: 'boolean',
				default: true,
				description:
					'Whether to read from the databases instead of the cache. Required the first time.',
			},
		],
	},
	{
		...GET_PARAMETERS,
		readBody: (fields, id) => success({ jobs: [id], refresh: fields.flag('refresh') ? '1' : '0' }),
		readPresent(fields) {
			const select = fields.flag('onlyDifferences') ? differencesIn : parametersIn;
			return (answer, id) => ({ job_id: id, params: select(answer) });
		},
	},
);
