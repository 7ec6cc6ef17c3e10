import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../../shared/failures/failure';
import { toFailure } from '../../../shared/failures/fieldProblems';
import { showWhen } from '../../../shared/n8n/fields';
import type { Fields } from '../../../shared/n8n/parameters/fields';
import { readStartTime, startTimeField } from '../../fields/startTime';
import { singleOperation } from '../../operations/singleOperation';
import { checkTables, readTables, TABLES_FIELD, toCompareObjects } from './create/tables';

const FIELDS: INodeProperties[] = [
	{
		displayName: 'Compare Objects',
		name: 'compareObjects',
		type: 'boolean',
		default: true,
		description:
			'Whether to compare which databases, tables, indexes and other objects exist on both sides',
	},
	{
		displayName: 'Compare Data',
		name: 'compareData',
		type: 'options',
		options: [
			{ name: 'No', value: 'none', description: 'Do not compare data' },
			{ name: 'Number of Rows', value: 'lines', description: 'Count the rows of each table' },
			{ name: 'Contents', value: 'contents', description: 'Compare the values of every row' },
		],
		default: 'none',
		description: 'How to compare the data',
	},
	...showWhen({ compareData: ['lines', 'contents'] }, [
		TABLES_FIELD,
		{
			displayName: 'On Running Comparison',
			name: 'conflictPolicy',
			type: 'options',
			options: [
				{
					name: 'Cancel',
					value: 'cancel',
					description: 'Cancel the running comparison and start a new one',
				},
				{
					name: 'Keep',
					value: 'keep',
					description: 'Keep the running comparison and create no new one',
				},
			],
			default: 'keep',
			description: 'What to do if a data comparison of the task is already running',
		},
		{
			displayName: 'Quick Comparison',
			name: 'quick',
			type: 'boolean',
			default: false,
			description: 'Whether to use the quick mode, which is only available to selected accounts',
		},
		startTimeField('When to compare. Leave empty to compare now.'),
	]),
];

function readData(fields: Fields, type: string, now: number): Outcome<IDataObject> {
	const tables = readTables(fields);
	const quick = fields.flag('quick') === true;
	if (!quick && tables.length === 0) {
		return failed({
			message: 'Tables: is empty',
			description: 'Add the tables to compare.',
		});
	}
	const problem = checkTables(tables);
	if (problem !== undefined) return failed(toFailure([problem]));
	const time = readStartTime(fields, now);
	if (!time.ok) return time;
	return success({
		compare_type: type,
		conflict_policy: fields.option('conflictPolicy'),
		...(quick ? { compare_mode: 'quick_comparison' } : {}),
		...(time.value === undefined ? {} : { start_time: time.value }),
		...toCompareObjects(tables),
	});
}

/** Comparison → Create (create-compare-task): compares objects, rows or contents of source and target. */
export const create = singleOperation(
	{
		resource: 'comparison',
		option: {
			name: 'Create',
			value: 'create',
			action: 'Create a comparison',
			description:
				'Compare objects, row counts or the values of source and target, for MySQL disaster recovery tasks that replicate',
		},
		fields: FIELDS,
	},
	{
		method: 'POST',
		idempotent: false,
		howToCheck:
			'Check with Comparison → Get Result whether it exists before you create another one.',
		rule: {
			verb: 'compare',
			allowedIn: ['FULL_TRANSFER_COMPLETE', 'INCRE_TRANSFER_STARTED', 'INCRE_TRANSFER_FAILED'],
		},
		path: () => 'create-compare-task',
		readBody: (fields, id, now) => {
			const type = fields.option('compareData') ?? 'none';
			const data = type === 'none' ? undefined : readData(fields, type, now);
			if (data && !data.ok) return data;
			const objects = fields.flag('compareObjects') === true;
			if (!objects && !data) {
				return failed({
					message: 'Compare Objects, Compare Data: both are off',
					description: 'Turn at least one of them on.',
				});
			}
			return success({
				job_id: id,
				...(objects ? { object_level_compare_type: 'objects' } : {}),
				...(data ? { data_level_compare_info: data.value } : {}),
			});
		},
	},
);
