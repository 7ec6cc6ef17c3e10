import type { IDataObject } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../../shared/failures/failure';
import type { Fields } from '../../../shared/n8n/parameters/fields';
import { changeOperation } from '../../operations/change';
import { SET_DATA_PROCESSING } from '../../../shared/drs/changes/configuration';
import { fieldProblem, toFailure, type FieldProblem } from '../../../shared/failures/fieldProblems';
import {
	CONFIGURATION,
	CONFIGURATION_FIELDS,
	DATA_PROCESSING_FIELDS,
	FILTER,
} from './setDataProcessing/fields';

const MAX_LENGTH = 256;

const tooLong = (field: string, value: string): FieldProblem[] =>
	value.length > MAX_LENGTH
		? [
				fieldProblem(
					field,
					`has ${value.length} characters`,
					`Use at most ${MAX_LENGTH} characters.`,
				),
			]
		: [];

function readFilter(fields: Fields): Outcome<IDataObject> {
	const filter = fields.text('filter') ?? '';
	const tables = fields
		.group('tables')
		.entries('table')
		.map((table) => ({
			database: table.text('database') ?? '',
			name: table.text('name') ?? '',
			level: String(table.number('level') ?? 0),
			advanced: table.flag('advanced') === true,
		}));
	const problems = [
		...(tables.length === 0
			? [fieldProblem('Tables', 'is empty', 'Add the tables to filter.')]
			: []),
		...(tables.some(({ database, name }) => database === '' || name === '')
			? [
					fieldProblem(
						'Tables → Database, Table',
						'one of them is empty',
						'Enter the database and the table of every entry.',
					),
				]
			: []),
		...(filter === ''
			? [fieldProblem('Filter', 'is empty', 'Enter an SQL condition such as amount > 1000.')]
			: []),
		...tooLong('Filter', filter),
	];
	if (problems.length > 0) return failed(toFailure(problems));
	return success({
		object_info: tables.map(({ database, name, level, advanced }) => ({
			id: `${database}-*-*-${name}`,
			...(advanced ? { select: 'true' } : {}),
			leavesNum: level,
		})),
		transformation_info: { transformation_type: FILTER, value: filter },
	});
}

function readConfiguration(fields: Fields): Outcome<IDataObject> {
	const values = CONFIGURATION_FIELDS.map(({ name, apiName, displayName }) => ({
		apiName,
		displayName,
		value: fields.text(`config_${name}`) ?? '',
	}));
	const problems = values.flatMap(({ displayName, value }) =>
		value === ''
			? [fieldProblem(displayName, 'is empty', 'Fill in all fields of the associated table.')]
			: tooLong(displayName, value),
	);
	if (problems.length > 0) return failed(toFailure(problems));
	const rule: IDataObject = Object.fromEntries(
		values.map(({ apiName, value }) => [apiName, value]),
	);
	return success({
		object_info: [],
		transformation_info: { transformation_type: CONFIGURATION, value: 'config' },
		config_transformation: {
			...rule,
			db_table_name: `${String(rule.db_name)}.${String(rule.table_name)}`,
		},
	});
}

/** Configuration → Set Data Processing (batch-transformation, drs_api_0103): which rows are synchronized. */
export const setDataProcessing = changeOperation(
	{
		resource: 'configuration',
		option: {
			name: 'Set Data Processing',
			value: 'setDataProcessing',
			action: 'Set data processing rules',
			description: 'Add rules that filter the rows of synchronization tasks',
		},
		fields: DATA_PROCESSING_FIELDS,
	},
	SET_DATA_PROCESSING,
	(fields) =>
		fields.option('rule') === CONFIGURATION ? readConfiguration(fields) : readFilter(fields),
);
