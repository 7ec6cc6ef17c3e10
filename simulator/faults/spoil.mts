import type { Answer } from '../http/answer.mts';
import { htmlPage } from './effects.mts';
import type { FaultRule } from './kinds.mts';
import { belongsTo, entriesOf, failedEntry } from './results.mts';

type Json = Record<string, unknown>;

/** A call on which a fault falls. */
export interface FaultyCall {
	operation: string;
	body: unknown;
	/** When a task was created, in ms; undefined for one that does not exist. */
	createdAt(id: string): number | undefined;
	now: number;
}

/** What a fault leaves of a request: `resultFailedBefore` keeps its first entry from being served. */
export function leftOf(rule: FaultRule | undefined, body: unknown): unknown {
	const batch = rule?.kind === 'resultFailedBefore' ? entriesOf(body) : undefined;
	return batch ? { ...(body as Json), [batch.key]: batch.entries.slice(1) } : body;
}

/** The first entry of the call fails, whether it was served or not. */
function withFailure(answer: Json, rule: FaultRule, { operation, body }: FaultyCall): Json {
	const first = entriesOf(body)?.entries[0];
	if (first === undefined) return answer;
	const results = (answer.results as Json[]).filter((result) => !belongsTo(result, first));
	const failed = failedEntry(operation, first, rule.code ?? 'DRS.M01501');
	return { ...answer, results: [failed, ...results] };
}

/** The list without the tasks that were created a moment ago, with a total that fits. */
function lagging(answer: Json, { lagMs = 10_000 }: FaultRule, call: FaultyCall): Json {
	const all = answer.jobs as Json[];
	const jobs = all.filter(({ id }) => {
		const created = call.createdAt(String(id));
		return created === undefined || created <= call.now - lagMs;
	});
	const total = Number(answer.total_record) - (all.length - jobs.length);
	return { ...answer, jobs, total_record: total };
}

const listKey = (answer: Json): string | undefined =>
	Object.keys(answer).find((key) => Array.isArray(answer[key]));

/** A list that does not hold what it should; undefined for a fault of another sort. */
function damagedList(rule: FaultRule, answer: Json, call: FaultyCall): Json | undefined {
	const key = listKey(answer);
	if (key === undefined) return undefined;
	const values = answer[key] as unknown[];
	switch (rule.kind) {
		case 'listMissing':
			return { ...answer, [key]: undefined };
		case 'listShort':
			return { ...answer, [key]: values.slice(0, -1) };
		case 'listLags':
			return key === 'jobs' ? lagging(answer, rule, call) : undefined;
		default:
			return undefined;
	}
}

/** Results that are not what they should be; undefined for a fault of another sort. */
function damagedResults(rule: FaultRule, answer: Json, call: FaultyCall): Json | undefined {
	if (!Array.isArray(answer.results)) return undefined;
	const results = answer.results as Json[];
	switch (rule.kind) {
		case 'missingResult':
			return { ...answer, results: results.slice(1) };
		case 'duplicateResult':
			return { ...answer, results: [...results, ...results.slice(0, 1)] };
		case 'nullCodes':
			return {
				...answer,
				results: results.map((result) => ({ error_code: null, error_msg: null, ...result })),
			};
		case 'resultFailedBefore':
		case 'resultFailedAfter':
			return withFailure(answer, rule, call);
		default:
			return undefined;
	}
}

/** @returns the answer as a fault leaves it after the work was done. */
export function spoil(rule: FaultRule | undefined, answer: Answer, call: FaultyCall): Answer {
	if (rule === undefined) return answer;
	if (rule.kind === 'html') return htmlPage(rule);
	const body = answer.body as Json | undefined;
	if (typeof body !== 'object' || body === null) return answer;
	const damaged = damagedList(rule, body, call) ?? damagedResults(rule, body, call);
	return damaged ? { ...answer, body: damaged } : answer;
}
