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
			? [fieldProblem('Objects → Database', 'is empty', 'Name the database of every object.')]
			: []),
		...(type !== 'database' && name === ''
			? [fieldProblem('Objects → Name', 'is empty', `Name the ${type}.`)]
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
			description:
				'Choose the databases, tables and views that tasks move; without a choice they move everything',
		},
		fields: [
			{
				displayName: 'Choose Objects',
				name: 'selected',
				type: 'boolean',
				default: true,
				description: 'Whether only the objects below are moved. Off: everything is.',
			},
			{
				displayName: 'Objects',
				name: 'objects',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true, sortable: true },
				placeholder: 'Add Object',
				default: {},
				description: 'The objects to move. The database of a table or view is added by itself.',
				displayOptions: { show: { selected: [true] } },
				options: [
					{
						displayName: 'Object',
						name: 'object',
						values: [
							{
								displayName: 'Database',
								name: 'database',
								type: 'string',
								default: '',
								placeholder: 'e.g. shop',
								description: 'The database, or the one that the object is in',
							},
							{
								displayName: 'Name',
								name: 'name',
								type: 'string',
								default: '',
								placeholder: 'e.g. orders',
								description: 'Name of the table, view or schema. Not needed for a database.',
							},
							{
								displayName: 'Name in the Target',
								name: 'alias',
								type: 'string',
								default: '',
								placeholder: 'e.g. orders_new',
								description: 'New name of the object, if it is to have another one',
							},
							{
								displayName: 'Select',
								name: 'select',
								type: 'options',
								options: [
									{
										name: 'Move',
										value: 'true',
									},
									{
										name: 'Leave Out',
										value: 'false',
									},
									{
										name: 'Some of Its Objects',
										value: 'partial',
									},
								],
								default: 'true',
								description: 'Whether the object is moved',
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
								description: 'What is moved',
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
				description: 'Whether to synchronize on the level of databases',
			},
		],
	},
	SELECT_OBJECTS,
	(fields) => {
		const sync = fields.flag('syncDatabase') ? { sync_database: true } : {};
		if (!fields.flag('selected')) return success({ selected: false, ...sync });
		const objects = readObjects(fields);
		if (objects.length === 0) {
			return failed({
				message: 'Objects: is empty',
				description: 'Add the objects to move, or turn "Choose Objects" off to move everything.',
			});
		}
		const problems = check(objects);
		return problems.length > 0
			? failed(toFailure(problems))
			: success({ selected: true, ...sync, job: toTree(objects) });
	},
);
