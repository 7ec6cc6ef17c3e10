import { assess } from '../../../nodes/shared/assessment/assess';
import { assessmentSql } from '../../../nodes/shared/assessment/sql';
import type { Assessment, AssessmentSettings } from '../../../nodes/shared/assessment/types';
import { ask } from './ask.mts';
import type { DatabaseServer, Login } from './database.mts';

/** Two servers of a task, and who looks at them. */
interface Pair {
	engine: 'mysql' | 'postgresql';
	source: DatabaseServer;
	target: DatabaseServer;
	login: Partial<Login>;
}

/** Runs the statements of the assessment on both servers. @returns what they show */
export async function assessPair(
	{ engine, source, target, login }: Pair,
	settings: Partial<AssessmentSettings>,
): Promise<Assessment> {
	const statements = (side: 'source' | 'target') =>
		assessmentSql({ engine, side, server: 'shop', databases: settings.databases });
	const items = [
		...(await ask(source, statements('source'), login)),
		...(await ask(target, statements('target'), login)),
	];
	const results = assess(items, settings);
	expect(results).toHaveLength(1);
	return results[0];
}
