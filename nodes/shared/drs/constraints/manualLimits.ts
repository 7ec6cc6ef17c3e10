import type { TaskBody } from '../taskBody';

const isMongo = ({ engine_type: engine }: TaskBody): boolean =>
	engine === 'mongodb' || (engine as string) === 'mongodb-to-dds';

const MOST_MONGOS = 3;

/** What the user manual limits and the API reference does not, with the rule in words. */
const LIMITS: ReadonlyArray<[exceeds: (body: TaskBody) => boolean, words: string]> = [
	[({ name }) => !/^[A-Za-z]/.test(name), 'the task name starts with a letter'],
	[({ description }) => description?.includes('=') === true, 'a description has no "="'],
	[
		({ db_use_type: scenario, task_type: mode }) =>
			scenario === 'migration' && mode === 'INCR_TRANS',
		'a migration is not incremental only',
	],
	[
		({ db_use_type: scenario, task_type: mode, engine_type: engine }) =>
			scenario === 'sync' &&
			mode === 'FULL_TRANS' &&
			(engine === 'mysql' || engine === 'mysql-to-taurus'),
		'a synchronization of MySQL is not full only',
	],
	[
		({ db_use_type: scenario, job_direction: direction, net_type: network }) =>
			scenario === 'migration' && direction === 'non-dbs' && network === 'vpc',
		'a migration between self-built databases does not use a VPC network',
	],
	[
		(body) =>
			isMongo(body) &&
			Number(body.node_num ?? 1) > 1 &&
			(body.source_endpoint.ip ?? '').split(',').length > MOST_MONGOS,
		'a MongoDB cluster has at most 3 mongos addresses',
	],
];

/**
 * Compares a task with the limits that only the user manual states. The API may take it nevertheless: they are warnings.
 *
 * @param body the creation of the task
 * @returns the rules that it does not follow, in words
 */
export const manualLimits = (body: TaskBody): string[] =>
	LIMITS.flatMap(([exceeds, words]) => (exceeds(body) ? [words] : []));
