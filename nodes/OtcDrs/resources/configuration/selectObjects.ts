import type { IDataObject } from 'n8n-workflow';
import { failed, success } from '../../../shared/failures/failure';
import { changeOperation } from '../../operations/change';
import { SELECT_OBJECTS } from '../../../shared/drs/changes/configuration';
import { fieldProblem, toFailure, type FieldProblem } from '../../../shared/failures/fieldProblems';
import type { Fields } from '../../../shared/n8n/parameters/fields';

interface ChosenObject {
	type: string;
	database: string;
	name: string;
	alias: string | null;
	select: string;
}

const readObjects = (fields: Fields): ChosenObject[] =>
	fields
		.group('objects')
		.entries('object')
		.map((entry) => ({
			type: entry.option('type') ?? 'table',
			database: entry.text('database') ?? '',
			name: entry.text('name') ?? '',
			alias: entry.text('alias') ?? null,
			select: entry.option('select') ?? 'true',
		}));

const check = (objects: readonly ChosenObject[]): FieldProblem[] =>
	objects.flatMap(({ type, database, name }) => [
		...(database === ''
			? [fieldProblem('Objects → Database', 'is empty', 'Enter the database of every object.')]
			: []),
		...(type !== 'database' && name === ''
			? [fieldProblem('Objects → Name', 'is empty', `Enter the name of the ${type}.`)]
			: []),
	]);

/** @returns the entry of a database; `partial` says that some of its objects are listed by themselves. */
const databaseEntry = (name: string, select: string, alias: string | null): IDataObject => ({
	id: name,
	parent_id: null,
	object_name: name,
	object_type: 'database',
	select,
	object_alias_name: alias,
});

/** @returns the tree that the request wants: every database before its objects, whose IDs hold both names. */
function toTree(objects: readonly ChosenObject[]): IDataObject[] {
	const databases = [...new Set(objects.map(({ database }) => database))];
	return databases.flatMap((database) => {
		const own = objects.find(
			(object) => object.type === 'database' && object.database === database,
		);
		const inside = objects.filter(
			(object) => object.type !== 'database' && object.database === database,
		);
		return [
			databaseEntry(database, own?.select ?? 'partial', own?.alias ?? null),
			...inside.map(
				({ type, name, alias, select }): IDataObject => ({
					id: `${database}-*-*-${name}`,
					parent_id: database,
					object_name: name,
					object_type: type,
					select,
					object_alias_name: alias,
				}),
			),
		];
	});
}

/** Configuration → Select Objects (batch-select-objects): which databases, tables and views are moved. */
export const selectObjects = changeOperation(
	{
		resource: 'configuration',
		option: {
			name: 'Select Objects',
			value: 'selectObjects',
			action: 'Select objects',
			description: 'Select the databases, tables and views to migrate instead of everything',
		},
		fields: [
			{
				displayName: 'Limit to Selected Objects',
				name: 'selected',
				type: 'boolean',
				default: true,
				description: 'Whether to migrate only the objects below instead of everything',
			},
			{
				displayName: 'Objects',
				name: 'objects',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true, sortable: true },
				placeholder: 'Add Object',
				default: {},
				description: 'Objects to migrate. The database of a table or view is added automatically.',
				displayOptions: { show: { selected: [true] } },
				options: [
					{
						displayName: 'Object',
						name: 'object',
						values: [
							{
								displayName: 'Action',
								name: 'select',
								type: 'options',
								options: [
									{
										name: 'Include',
										value: 'true',
									},
									{
										name: 'Exclude',
										value: 'false',
									},
									{
										name: 'Include Partly',
										value: 'partial',
									},
								],
								default: 'true',
								description: 'What to do with the object',
							},
							{
								displayName: 'Database',
								name: 'database',
								type: 'string',
								default: '',
								placeholder: 'e.g. shop',
								description: 'The database, or the database of the object',
							},
							{
								displayName: 'Name',
								name: 'name',
								type: 'string',
								default: '',
								placeholder: 'e.g. orders',
								description: 'Name of the table, view or schema. Not needed for databases.',
							},
							{
								displayName: 'Rename To',
								name: 'alias',
								type: 'string',
								default: '',
								placeholder: 'e.g. orders_new',
								description: 'Name in the target, if different',
							},
							{
								displayName: 'Type',
								name: 'type',
								type: 'options',
								options: [
									{
										name: 'Database',
										value: 'database',
									},
									{
										name: 'Schema',
										value: 'schema',
									},
									{
										name: 'Table',
										value: 'table',
									},
									{
										name: 'View',
										value: 'view',
									},
								],
								default: 'table',
								description: 'Type of the object',
							},
						],
					},
				],
			},
			{
				displayName: 'Synchronize Whole Databases',
				name: 'syncDatabase',
				type: 'boolean',
				default: false,
				description: 'Whether to synchronize entire databases',
			},
		],
	},
	SELECT_OBJECTS,
	(fields) => {
		const sync = fields.flag('syncDatabase') ? { sync_database: true } : {};
		if (!fields.flag('selected')) return success({ selected: false, ...sync });
		const objects = readObjects(fields);
		const problems = check(objects);
		return problems.length > 0
			? failed(toFailure(problems))
			: success({
					selected: true,
					...sync,
					...(objects.length > 0 ? { job: toTree(objects) } : {}),
				});
	},
);
