import type { IDataObject } from 'n8n-workflow';
import type { Side } from '../sql/family';
import type { SqlStatement } from '../sql/statement';
import { mongodbItems } from './assess';
import { assessmentSql } from './sql';

/** What `assessment` → `getSql` is told of one database. */
export interface AssessmentSqlRequest {
	engine: string;
	side: Side;
	/** What the rows call the pair: the same for source and target. */
	server: string;
	databases?: readonly string[];
}

/** @returns a statement as an item: the database nodes take `sql` from it. */
const statementItem = (
	{ server, side }: { server: string; side: Side },
	{ name, sql, mayFail }: SqlStatement,
	index: number,
): IDataObject => ({ server, side, order: index + 1, name, sql, mayFail });

/**
 * `assessment` → `getSql`: one item for each statement, in the order in which they have to run.
 *
 * @throws RangeError for an engine without SQL, or a name of the pair with the NUL character
 */
export function assessmentSqlItems(request: AssessmentSqlRequest): IDataObject[] {
	const statements = assessmentSql(request);
	if (statements.length === 0) {
		throw new RangeError(
			`${request.engine} has no SQL, so its items cannot be checked here. ${mongodbItems().length} items are listed in the documentation.`,
		);
	}
	return statements.map((statement, index) => statementItem(request, statement, index));
}
