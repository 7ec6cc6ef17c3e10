import type { IDataObject } from 'n8n-workflow';
import { failed, success } from '../../../shared/failures/failure';
import { UPDATE_PARAMETERS } from '../../../shared/drs/parameters';
import { firstRepeated } from '../../../shared/values/firstRepeated';
import { shown } from '../../../shared/values/visible';
import { singleOperation } from '../../operations/singleOperation';
import type { Fields } from '../../../shared/n8n/parameters/fields';

/** @returns the parameters of the field, or undefined if one of them has no name or no value. */
function readParameters(fields: Fields): IDataObject[] | undefined {
	const params = fields
		.group('parameters')
		.entries('parameter')
		.map((entry) => ({ key: entry.text('key'), target_value: entry.text('targetValue') }));
	return params.every((entry) => entry.key !== undefined && entry.target_value !== undefined)
		? params
		: undefined;
}

/** Configuration → Update Parameters ({job_id}/params): sets database parameters of the target, one task per call. */
export const updateParameters = singleOperation(
	{
		resource: 'configuration',
		option: {
			name: 'Update Parameters',
			value: 'updateParameters',
			action: 'Update database parameters',
			description:
				'Set database parameters of the target, for instance to the values of the source (some need a restart)',
		},
		fields: [
			{
				displayName: 'Parameter Group',
				name: 'group',
				type: 'options',
				options: [
					{ name: 'Common', value: 'common', description: 'Such as max_connections' },
					{
						name: 'Performance',
						value: 'performance',
						description: 'Such as innodb_buffer_pool_size',
					},
				],
				default: 'common',
				description: 'Group of the parameters. See the group in the output of Get Parameters.',
			},
			{
				displayName: 'Parameters',
				name: 'parameters',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add Parameter',
				default: {},
				description: 'Parameters of this group and their new values',
				options: [
					{
						displayName: 'Parameter',
						name: 'parameter',
						values: [
							{
								displayName: 'Name',
								name: 'key',
								type: 'string',
								default: '',
								placeholder: 'e.g. max_connections',
								description: 'Name of the database parameter',
							},
							{
								displayName: 'Value',
								name: 'targetValue',
								type: 'string',
								default: '',
								placeholder: 'e.g. 500',
								description: 'New value in the target database',
							},
						],
					},
				],
			},
		],
	},
	{
		...UPDATE_PARAMETERS,
		readBody: (fields) => {
			const params = readParameters(fields);
			if (params === undefined) {
				return failed({
					message: 'Parameters: an entry has no name or no value',
					description: 'Fill in both, or remove the entry.',
				});
			}
			const twice = firstRepeated(params, ({ key }) => key);
			if (twice !== undefined) {
				return failed({
					message: `Parameters: ${shown(twice.key)} is listed twice`,
					description: 'List every parameter once, with the value that it should have.',
				});
			}
			return params.length > 0
				? success({ group: fields.option('group'), params })
				: failed({
						message: 'Parameters: is empty',
						description: 'Add at least one parameter with its new value.',
					});
		},
		readPresent: () => (answer, id) => ({ job_id: id, ...answer }),
	},
);
