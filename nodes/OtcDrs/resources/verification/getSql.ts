import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../../shared/failures/failure';
import { fieldProblem, toFailure } from '../../../shared/failures/fieldProblems';
import { showFor, showWhen } from '../../../shared/n8n/fields';
import { optionsCollection } from '../../../shared/n8n/options';
import type { Fields } from '../../../shared/n8n/parameters/fields';
import { catchFailure, readEach } from '../../../shared/n8n/readEach';
import { toFailedRun, toOutput, type OutputItem } from '../../../shared/n8n/results';
import { repairItems, verificationSqlItems } from '../../../shared/verification/operations';
import { readPairs, type Pair } from '../../../shared/verification/pair';
import type { Level, VerificationSettings } from '../../../shared/verification/types';
import {
	ENGINE_FIELD,
	readInputRows,
	SERVER_NAME_FIELD,
	SIDE_FIELD,
	sideOf,
	sqlRequestOf,
	type RowsOfInput,
} from '../../fields/sql';
import type { LocalOperation } from '../../operations/operation';
import type { LocalRun } from '../../operations/operationRun';
import { gathered } from '../../operations/perItem';
import { readSameSettings, readSettings, SETTING_FIELDS } from './settings';

type AskedLevel = Level | 'afterStop';

const LEVEL_FIELD: INodeProperties = {
	displayName: 'Level',
	name: 'level',
	type: 'options',
	options: [
		{
			name: '1. Inventory',
			value: 'inventory',
			description: 'The first step: tables, columns, keys, sequences',
		},
		{
			name: '2. Contents',
			value: 'contents',
			description:
				'Checksums of all rows. Needs the rows of the inventories of both sides as input.',
		},
		{
			name: '3. Keys',
			value: 'keys',
			description: 'Which rows differ. Needs the rows of inventories and contents as input.',
		},
		{
			name: 'After the Stop',
			value: 'afterStop',
			description:
				'Statements that change the target, to review and run manually: sequences, triggers, events. Needs inventories read after the stop.',
		},
	],
	default: 'inventory',
	description: 'How closely to compare. Each level needs the rows of the previous levels as input.',
};

function readInventorySql(fields: Fields): Outcome<OutputItem[]> {
	const request = sqlRequestOf(fields);
	if (!request.ok) return request;
	const items = verificationSqlItems({
		level: 'inventory',
		...request.value,
		settings: readSettings(fields),
	});
	return success(items.map((json) => ({ json })));
}

/** @returns the pairs, or which inventory is missing. */
function completePairs(rows: RowsOfInput, settings: VerificationSettings): Outcome<Pair[]> {
	const pairs = readPairs(rows.read, settings);
	const problems = pairs.flatMap(({ server, source, target }) =>
		source && target
			? []
			: [
					fieldProblem(
						'Input Items',
						`contain no inventory of the ${source ? 'target' : 'source'} of "${server}"`,
						'Connect the inventory rows of both sides, and the rows of all levels so far.',
					),
				],
	);
	return problems.length > 0 ? failed(toFailure(problems)) : success(pairs);
}

function readFurtherSql(
	{ context, parameters }: LocalRun,
	level: Exclude<AskedLevel, 'inventory'>,
): Outcome<INodeExecutionData[]> {
	return catchFailure((): Outcome<INodeExecutionData[]> => {
		const side = parameters.same(['side']);
		if (!side.ok) return side;
		const settings = readSameSettings(parameters);
		if (!settings.ok) return settings;
		const rows = readInputRows(context);
		if (!rows.ok) return rows;
		const { items, itemsOf } = rows.value;
		const pairs = completePairs(rows.value, settings.value);
		if (!pairs.ok) return pairs;
		const jsons =
			level === 'afterStop'
				? repairItems(items, settings.value)
				: pairs.value.flatMap((pair) =>
						verificationSqlItems({
							level,
							engine: pair.source?.family ?? '',
							side: sideOf(side.value),
							server: pair.server,
							pair,
							settings: settings.value,
						}),
					);
		return success(jsons.map((json) => ({ json, pairedItem: itemsOf(String(json.server)) })));
	});
}

async function execute(run: LocalRun): Promise<INodeExecutionData[]> {
	const { context, parameters } = run;
	const read = parameters.same(['level']);
	if (!read.ok) return toFailedRun(context, read.failure);
	const level = read.value.option<AskedLevel>('level') ?? 'inventory';
	if (level === 'inventory') {
		return toOutput(
			context,
			readEach(context, (item) => gathered(parameters, item, readInventorySql)),
		);
	}
	const further = readFurtherSql(run, level);
	return further.ok ? further.value : toFailedRun(context, further.failure);
}

/** Verification → Get SQL: the statements of one level. */
export const getSql: LocalOperation = {
	isLocal: true,
	option: {
		name: 'Get SQL',
		value: 'getSql',
		action: 'Get the SQL of a verification',
		description:
			'Get SQL for the MySQL or Postgres node to compare source and target level by level, and to run after the stop',
	},
	properties: showFor({ resource: 'verification', operations: ['getSql'] }, [
		LEVEL_FIELD,
		...showWhen({ level: ['inventory'] }, [ENGINE_FIELD]),
		...showWhen({ level: ['inventory', 'contents', 'keys'] }, [SIDE_FIELD]),
		...showWhen({ level: ['inventory'] }, [SERVER_NAME_FIELD]),
		optionsCollection(SETTING_FIELDS),
	]),
	execute,
};
