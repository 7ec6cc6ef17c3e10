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
		...GET_PARAMETERS,
		readBody: (fields, id) => success({ jobs: [id], refresh: fields.flag('refresh') ? '1' : '0' }),
		readPresent(fields) {
			const select = fields.flag('onlyDifferences') ? differencesIn : parametersIn;
			return (answer, id) => ({ job_id: id, params: select(answer) });
		},
	},
);
