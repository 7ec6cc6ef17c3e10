import { shuffle } from '../../random.mts';
import { batchChange, listIn, lookUp, type DrsHandler } from '../request.mts';
import { failedResult } from '../problems.mts';
import type { Json, Task } from '../task.mts';

const TESTABLE = new Set(['CONFIGURATION', 'WAITING_FOR_START', 'START_JOB_FAILED']);

/** An address that no test reaches, so that people can see a failure. */
const UNREACHABLE = /\.13(:\d+)?$/;

const isReachable = (entry: Json): boolean =>
	!String(entry.ip ?? '')
		.split(',')
		.some((address) => UNREACHABLE.test(address.trim()));

function test(task: Task | undefined, id: string, reachable: boolean, side: unknown): Json {
	if (!task) return { ...failedResult(id, 'DRS.M05003'), success: false };
	if (!TESTABLE.has(task.status)) return { ...failedResult(id, 'DRS.M00304'), success: false };
	if (!reachable) return { ...failedResult(id, 'DRS.KE0002'), success: false };
	if (side === 'so' || side === 'ta') task.tested.add(side);
	return { id, status: 'success', success: true };
}

/** Testing connections in batches: source (`so`) or target (`ta`) of each task. */
export const testConnections: DrsHandler = (request, context) => {
	const results = listIn(request.body, 'jobs').map((entry) => {
		const id = String(entry.id);
		return test(lookUp(id, request, context), id, isReachable(entry), entry.end_point_type);
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
		const result = test(lookUp(id, request, context), id, isReachable(property), side);
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
