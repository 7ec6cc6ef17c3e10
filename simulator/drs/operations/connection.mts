import { batchAnswer } from '../batch.mts';
import { leavesToChildren } from '../family.mts';
import { batchChange, listIn, lookUp, whyGone, type DrsHandler } from '../request.mts';
import type { DrsContext } from '../context.mts';
import { failedResult, messageOf, type AnyCode } from '../problems.mts';
import { clusterProblem, connectionProblem, type RuleProblem } from '../rules.mts';
import { STARTED } from '../statuses.mts';
import type { Json, Task } from '../task.mts';

const TESTABLE = new Set(['CONFIGURATION', 'WAITING_FOR_START', 'START_JOB_FAILED']);

/** An address that no test reaches, so that people can see a failure. */
const UNREACHABLE = /\.13(:\d+)?$/;

const isReachable = (entry: Json): boolean =>
	!String(entry.ip ?? '')
		.split(',')
		.some((address) => UNREACHABLE.test(address.trim()));

/** A side of a task to test. */
interface Tested {
	id: string;
	reachable: boolean;
	side: unknown;
	/** What the request lacks. */
	problem?: RuleProblem;
}

/** Tests one side of a task. What is scripted for the task comes before what its address says. */
function test(
	found: Task | AnyCode,
	{ id, reachable, side, problem }: Tested,
	{ outcomes }: DrsContext,
): Json {
	const refused = (code: AnyCode, reason?: string): Json => ({
		...failedResult(id, code),
		...(reason === undefined ? {} : { error_msg: reason }),
		success: false,
	});
	if (typeof found === 'string') return refused(found);
	const task = found;
	if (leavesToChildren(task)) return refused('DRS.M00307');
	if (!TESTABLE.has(task.status)) return refused('DRS.M00304');
	if (problem) return refused(problem.refused, messageOf(problem.refused, problem.name));
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
		const tested = {
			id,
			reachable: isReachable(entry),
			side: entry.end_point_type,
			problem: connectionProblem(entry, context.forms.placeRequired),
		};
		return test(lookUp(id, request, context) ?? whyGone(id, request, context), tested, context);
	});
	return batchAnswer(200, results, context);
};

/** Testing connections of clusters: JSON text in `property` lists the nodes (drs_03_0106 prints a list). */
export const testClusterConnections: DrsHandler = (request, context) => {
	const results = listIn(request.body, 'jobs').map((entry) => {
		const id = String(entry.job_id);
		const nodes = parse(String(entry.property));
		const tested = {
			id,
			reachable: nodes.every(isReachable),
			side: sideOf(nodes),
			problem: clusterProblem(nodes),
		};
		const found = lookUp(id, request, context) ?? whyGone(id, request, context);
		const result = test(found, tested, context);
		return { ...result, status: String(result.success) };
	});
	return batchAnswer(200, results, context);
};

/** @returns the nodes of a cluster; none for a text that is not a JSON list */
function parse(text: string): Json[] {
	try {
		const value: unknown = JSON.parse(text);
		return Array.isArray(value) ? (value as Json[]) : [];
	} catch {
		return [];
	}
}

/** The shards (`ls`) are tested with the source. */
function sideOf(nodes: readonly Json[]): unknown {
	const sides = nodes.map((node) => node.endpointtype ?? node.end_point_type);
	return sides.find((side) => side !== 'ls') ?? (sides.length > 0 ? 'so' : undefined);
}

/** Changing database passwords in batches, of tasks that were started (drs_03_0134). */
export const changePasswords = batchChange(
	{
		list: 'jobs',
		allowed: STARTED,
		status: 200,
		unique: ({ job_id: id, end_point_type: side }) => `${id} ${side}`,
	},
	(task, entry) => {
		const endpoint = entry.end_point_type === 'so' ? task.source : task.target;
		endpoint.db_password = entry.db_password;
		return { end_point_type: entry.end_point_type };
	},
);
