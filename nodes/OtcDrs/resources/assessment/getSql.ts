import type { INodeExecutionData } from 'n8n-workflow';
import { assessmentSqlItems } from '../../../shared/assessment/operations';
import { success, type Outcome } from '../../../shared/failures/failure';
import { showFor } from '../../../shared/n8n/fields';
import { optionsCollection } from '../../../shared/n8n/options';
import type { Fields } from '../../../shared/n8n/parameters/fields';
import { readEach } from '../../../shared/n8n/readEach';
import { toOutput, type OutputItem } from '../../../shared/n8n/results';
import {
	DATABASES_FIELD,
	ENGINE_FIELD,
	SERVER_NAME_FIELD,
	SIDE_FIELD,
	sqlRequestOf,
} from '../../fields/sql';
import type { LocalOperation } from '../../operations/operation';
import type { LocalRun } from '../../operations/operationRun';
import { gathered } from '../../operations/perItem';

function readSql(fields: Fields): Outcome<OutputItem[]> {
	const request = sqlRequestOf(fields);
	if (!request.ok) return request;
	const databases = fields.group('options').list('databases') ?? [];
	return success(assessmentSqlItems({ ...request.value, databases }).map((json) => ({ json })));
}

async function execute({ context, parameters }: LocalRun): Promise<INodeExecutionData[]> {
	return toOutput(
		context,
		readEach(context, (item) => gathered(parameters, item, readSql)),
	);
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
