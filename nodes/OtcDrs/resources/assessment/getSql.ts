import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { assessmentSqlItems } from '../../../shared/assessment/operations';
import { success } from '../../../shared/failures/failure';
import { showFor } from '../../../shared/n8n/fields';
import { optionsCollection } from '../../../shared/n8n/options';
import { readEach } from '../../../shared/n8n/readEach';
import { toOutput, type OutputItem } from '../../../shared/n8n/results';
import {
	DATABASES_FIELD,
	ENGINE_FIELD,
	readDatabases,
	readEngine,
	readServerName,
	readSide,
	SERVER_NAME_FIELD,
	SIDE_FIELD,
} from '../../fields/sql';
import type { LocalOperation } from '../../operations/operation';
import type { LocalRun } from '../../operations/operationRun';

async function execute({ context, reader }: LocalRun): Promise<INodeExecutionData[]> {
	const outcomes = readEach<OutputItem[]>(context, (item) => {
		const engine = readEngine(reader, item);
		if (!engine.ok) return engine;
		const side = readSide(reader, item);
		if (!side.ok) return side;
		const server = readServerName(reader, item);
		if (!server.ok) return server;
		const databases = readDatabases(reader.get<IDataObject>('options', item, {}));
		return success(
			assessmentSqlItems({
				engine: engine.value,
				side: side.value,
				server: server.value,
				databases,
			}).map((json) => ({ json })),
		);
	});
	return toOutput(context, outcomes);
}

/** Assessment → Get SQL: the statements that the database nodes run. */
export const getSql: LocalOperation = {
	isLocal: true,
	option: {
		name: 'Get SQL',
		value: 'getSql',
		action: 'Get the SQL of an assessment',
		description:
			'Get read-only SQL for the MySQL or Postgres node to find out whether a database can be migrated',
	},
	properties: showFor({ resource: 'assessment', operations: ['getSql'] }, [
		ENGINE_FIELD,
		SIDE_FIELD,
		SERVER_NAME_FIELD,
		optionsCollection([DATABASES_FIELD]),
	]),
	execute,
};
