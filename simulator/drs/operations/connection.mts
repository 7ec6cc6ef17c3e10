import { shuffle } from '../../random.mts';
import { batchChange, listIn, lookUp, type DrsHandler } from '../request.mts';
import type { DrsContext } from '../context.mts';
import { failedResult, type Code } from '../problems.mts';
import type { Json, Task } from '../task.mts';

const TESTABLE = new Set(['CONFIGURATION', 'WAITING_FOR_START', 'START_JOB_FAILED']);

/** An address that no test reaches, so that people can see a failure. */
const UNREACHABLE = /\.13(:\d+)?$/;

const isReachable = (entry: Json): boolean =>
	!String(entry.ip ?? '')
		.split(',')
		.some((address) => UNREACHABLE.test(address.trim()));

/** Tests one side of a task. What is scripted for the task comes before what its address says. */
function test(
	task: Task | undefined,
	{ id, reachable, side }: { id: string; reachable: boolean; side: unknown },
	{ outcomes }: DrsContext,
): Json {
	const refused = (code: Code, reason?: string): Json => ({
		...failedResult(id, code),
		...(reason === undefined ? {} : { error_msg: reason }),
		success: false,
	});
	if (!task) return refused('DRS.M05003');
	if (!TESTABLE.has(task.status)) return refused('DRS.M00304');
	const outcome = outcomes
		.due('connectionFails', task)
		.find((due) => due.side === undefined || due.side === side);
	if (outcome) {
		outcomes.note(outcome, task);
		return refused(outcome.code ?? 'DRS.KE0002', outcome.reason);
	}
	if (!reachable) return refused('DRS.KE0002');
	if (side === 'so' || side === 'ta') task.tested.add(side);
	return { id, status: 'success', success: true };
}

/** Testing connections in batches: source (`so`) or target (`ta`) of each task. */
export const testConnections: DrsHandler = (request, context) => {
	const results = listIn(request.body, 'jobs').map((entry) => {
		const id = String(entry.id);
		const tested = { id, reachable: isReachable(entry), side: entry.end_point_type };
		return test(lookUp(id, request, context), tested, context);
	});
	return {
		status: 200,
		body: { count: results.length, results: shuffle(results, context.random) },
	};
};

/** Testing connections of clusters: the endpoint stands as JSON text in `property`. */
export const testClusterConnections: DrsHandler = (request, context) => {
	const results = listIn(request.body, 'jobs').map((entry) => {
		const id = String(entry.job_id);
		const property = parse(String(entry.property));
		const side = property.endpointtype ?? property.end_point_type;
		const tested = { id, reachable: isReachable(property), side };
		const result = test(lookUp(id, request, context), tested, context);
		return { ...result, status: String(result.success) };
	});
	return {
		status: 200,
		body: { count: results.length, results: shuffle(results, context.random) },
	};
};

function parse(text: string): Json {
	try {
		return JSON.parse(text) as Json;
	} catch {
		return {};
	}
}

/** Changing database passwords in batches. */
export const changePasswords = batchChange(
	{
		list: 'jobs',
		status: 200,
		unique: ({ job_id: id, end_point_type: side }) => `${id} ${side}`,
	},
	(task, entry) => {
		const endpoint = entry.end_point_type === 'so' ? task.source : task.target;
		endpoint.db_password = entry.db_password;
		return { end_point_type: entry.end_point_type };
	},
);
