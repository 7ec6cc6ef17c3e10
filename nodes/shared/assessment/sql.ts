import { familyOf, type Side } from '../sql/family';
import type { SqlStatement } from '../sql/statement';
import { mysqlAssessmentSql } from './mysql/sql';
import { postgresAssessmentSql } from './postgresql/sql';

/** Which statements are wanted. */
export interface AssessmentSqlInput {
	/** Of the task or of the database. */
	engine: string;
	side: Side;
	/** What the rows call the pair of databases: the same for source and target. */
	server: string;
	/** The databases to move, for MySQL; empty means all. */
	databases?: readonly string[];
}

/**
 * @returns the read-only statements of the assessment of one side, in the order in which they have to run; none for an
 * engine without SQL, such as MongoDB. A PostgreSQL statement sees the connected database only.
 */
export function assessmentSql({
	engine,
	side,
	server,
	databases = [],
}: AssessmentSqlInput): SqlStatement[] {
	const family = familyOf(engine);
	if (family === undefined) return [];
	const origin = { family, server, side };
	return family === 'mysql' ? mysqlAssessmentSql(origin, databases) : postgresAssessmentSql(origin);
}
