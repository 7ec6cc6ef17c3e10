import { shuffle } from '../../random.mts';
import type { DrsContext } from '../context.mts';
import { TROUBLE } from '../lifeCycle.mts';
import { messageOf, refuseCall } from '../problems.mts';
import { batchChange, listIn, lookUp, type DrsHandler } from '../request.mts';
import type { Json, Task } from '../task.mts';

const ITEMS: ReadonlyArray<[item: string, group: string]> = [
	['dstDbDiskSize', 'db_disk_size'],
	['dbCharacterSetConsistency', 'db_params'],
	['dbClockConsistency', 'db_params'],
	['dbIsolationLevelConsistency', 'db_params'],
	['srcBinlogIsOn', 'db_params'],
	['srcBinlogRetentionPeriod', 'db_params'],
	['srcDbUserPrivileges', 'db_user'],
	['dstDbUserPrivileges', 'db_user'],
	['dbVersion', 'db_version'],
	['networkConnection', 'network'],
];

const FAILURES: Record<string, string> = {
	srcBinlogIsOn:
		'Binlog is off on the source database. Set log_bin to ON and restart the database.',
	srcDbUserPrivileges: 'The source user lacks REPLICATION SLAVE and REPLICATION CLIENT.',
};

/** Running pre-checks in batches. */
export const precheck = batchChange(
	{ list: 'jobs', allowed: new Set(['CONFIGURATION', 'START_JOB_FAILED']), status: 200 },
	(task, _entry, context) => {
		task.precheck = { id: task.id, startedAt: context.clock.now() };
		return { precheck_id: task.precheck.id };
	},
);

function checked(task: Task, [item, group]: [string, string]): Json {
	const reason = task.name.includes(TROUBLE.precheck) ? FAILURES[item] : undefined;
	if (reason !== undefined)
		return { item, group, result: 'FAILED', failed_reason: reason, raw_error_msg: reason };
	const isAlarm = item === 'srcBinlogRetentionPeriod';
	return {
		item,
		group,
		result: isAlarm ? 'ALARM' : 'PASSED',
		...(isAlarm ? { failed_reason: 'Keep binlogs for at least three days.' } : {}),
	};
}

function resultOf(task: Task, { clock, durations }: DrsContext): Json {
	if (!task.precheck)
		return {
			precheck_id: task.id,
			result: false,
			error_code: 'DRS.M00304',
			error_msg: messageOf('DRS.M00304'),
		};
	const share = Math.min(1, (clock.now() - task.precheck.startedAt) / durations.precheck);
	const items = ITEMS.slice(0, Math.floor(share * ITEMS.length)).map((item) => checked(task, item));
	const passed = items.filter(({ result }) => result !== 'FAILED').length;
	const managed = task.settings.job_direction === 'down' ? task.source : task.target;
	return {
		precheck_id: task.precheck.id,
		result: share === 1 && passed === items.length,
		process: `${Math.floor(share * 100)}%`,
		total_passed_rate: `${items.length === 0 ? 0 : Math.round((passed / items.length) * 100)}%`,
		rds_instance_id: managed.inst_id,
		job_direction: task.settings.job_direction,
		precheck_result: items,
	};
}

/** @returns whether the pre-check of a task has ended without a failed item. */
export const isPassed = (task: Task, context: DrsContext): boolean =>
	resultOf(task, context).result === true;

/** Querying pre-check results in batches. */
export const getPrecheckResults: DrsHandler = (request, context) => {
	const ids = listIn<string>(request.body, 'jobs');
	if (new Set(ids).size < ids.length) return refuseCall('DRS.M00301', 'jobs');
	const results = ids.map((id): Json => {
		const task = lookUp(id, request, context);
		return task
			? resultOf(task, context)
			: {
					precheck_id: id,
					result: false,
					error_code: 'DRS.M05003',
					error_msg: messageOf('DRS.M05003'),
				};
	});
	return {
		status: 200,
		body: { count: results.length, results: shuffle(results, context.random) },
	};
};
