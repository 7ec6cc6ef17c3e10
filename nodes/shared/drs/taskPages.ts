import type { IDataObject } from 'n8n-workflow';
import { failed, success, type Failure, type Outcome } from '../failures/failure';
import { recordsIn } from '../values/json';
import type { ApiClient } from '../client/client';
import type { ApiResponse } from '../http/types';
import type { DbUseType } from './scenarios';
import { finiteNumber, readText } from '../values/read';

/** What the list operation is asked for: one scenario and one engine at a time, because it answers no more. */
export interface TaskGroup {
	db_use_type: DbUseType;
	engine_type: string;
}

/** Tasks per page: the most that the service gives. */
const PAGE_SIZE = 100;

/** One page of the list of tasks. */
export interface TaskPage {
	tasks: IDataObject[];
	/** How many entries came, whatever they are. */
	size: number;
	/** Whether no further page follows. */
	isLast: boolean;
	headers: ApiResponse['headers'];
}

/** What may still be read of a list, so that a service without an end neither holds the node nor fills its memory. */
export interface ListBudget {
	entries: number;
	characters: number;
}

const MAX_TASKS = 100_000;
const MAX_CHARACTERS = 128_000_000;

/** @returns what one list may hold, over all its scenarios and engines. */
export const listBudget = (): ListBudget => ({ entries: MAX_TASKS, characters: MAX_CHARACTERS });

/** So many pages in a row without a task that is new: the service repeats itself. One alone may be due to tasks that moved. */
const MAX_STALE_PAGES = 2;

/** What a page that is not whole means for the user. */
const DAMAGED: Pick<Failure, 'description' | 'isTransient'> = {
	description:
		'An incomplete list is not used. Run the node again. If the problem persists, contact support.',
	isTransient: true,
};

/**
 * @param body an answer of the list operation
 * @param page its number, from 1
 * @returns what is missing in it, in words; undefined where it is whole
 */
function damageOf({ jobs, total_record: total }: IDataObject, page: number): string | undefined {
	if (!Array.isArray(jobs)) return 'the response contains no list';
	const left = (finiteNumber(total) ?? 0) - (page - 1) * PAGE_SIZE;
	const due = Math.min(PAGE_SIZE, left);
	return jobs.length < due
		? `the service gave ${jobs.length} of ${due} entries of page ${page}`
		: undefined;
}

/**
 * Gets one page of the list of tasks (drs_api_0149). A damaged one is asked for again, and never counts as empty.
 *
 * @param client the client of the run
 * @param group scenario and engine
 * @param page from 1
 * @param filters further filters, as the API names them
 * @param purpose what it is for, in the words of a message
 * @returns the page; a failure also where it has no list, or fewer entries than the number of all tasks demands
 */
export async function listPage(
	client: ApiClient,
	group: TaskGroup,
	page: number,
	filters: IDataObject = {},
	purpose = 'List of tasks',
): Promise<Outcome<TaskPage>> {
	for (let attempt = 1; ; attempt++) {
		const result = await client.call({
			service: 'drs',
			method: 'POST',
			path: '/v3/{project_id}/jobs',
			body: { ...filters, ...group, cur_page: page, per_page: PAGE_SIZE },
			idempotent: true,
			purpose,
		});
		if (!result.ok) return failed(result.failure);
		const { body, headers, status } = result.response;
		const damage = damageOf(body, page);
		if (damage === undefined) {
			const size = Array.isArray(body.jobs) ? body.jobs.length : 0;
			return success({ tasks: recordsIn(body.jobs), size, isLast: size < PAGE_SIZE, headers });
		}
		if (attempt >= client.policy.maxAttempts || !(await client.pause(attempt))) {
			const requestId = headers['x-request-id'];
			const message = `${purpose}: ${damage}`;
			return failed({ ...DAMAGED, message, httpStatus: status, requestId });
		}
	}
}

/** @returns about how much room a value takes, in characters. */
function charactersIn(value: unknown): number {
	if (typeof value === 'string') return value.length;
	if (typeof value !== 'object' || value === null) return 1;
	return Object.values(value).reduce((sum: number, inner) => sum + charactersIn(inner), 1);
}

/**
 * Reads the list of tasks page by page. It ends with the last page, with a failure, or when the service gives the same
 * tasks over and over; the last page that came is none that `isLast` then.
 *
 * @param client the client of the run
 * @param group scenario and engine
 * @param filters further filters, as the API names them
 * @param budget what may be read; it is used up
 * @param purpose what it is for, in the words of a message
 */
export async function* taskPages(
	client: ApiClient,
	group: TaskGroup,
	filters: IDataObject,
	budget: ListBudget = listBudget(),
	purpose?: string,
): AsyncGenerator<Outcome<TaskPage>> {
	const seen = new Set<string | undefined>();
	let stale = 0;
	for (let page = 1; stale < MAX_STALE_PAGES; page++) {
		if (budget.entries <= 0 || budget.characters <= 0) {
			yield failed({
				message: `List of tasks: exceeds the limit of ${MAX_TASKS} tasks or ${MAX_CHARACTERS / 1_000_000} million characters`,
				description: 'Add filters such as scenario, engine, name or status, or set a limit.',
			});
			return;
		}
		const outcome = await listPage(client, group, page, filters, purpose);
		yield outcome;
		if (!outcome.ok || outcome.value.isLast) return;
		const { tasks, size } = outcome.value;
		budget.entries -= size;
		budget.characters -= charactersIn(tasks);
		const before = seen.size;
		for (const { id } of tasks) if (readText(id) !== undefined) seen.add(readText(id));
		stale = seen.size > before ? 0 : stale + 1;
	}
}
