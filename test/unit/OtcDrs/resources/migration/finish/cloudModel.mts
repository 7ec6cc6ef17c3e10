import type { IDataObject } from 'n8n-workflow';
import type { ApiClient } from '../../../../../../nodes/shared/client/client.ts';
import type { ApiRequest, CallResult } from '../../../../../../nodes/shared/http/types.ts';

/** A lag in seconds at a time in ms; undefined where the service tells none. */
export type Curve = (time: number) => number | undefined;

/** A task of the model. */
export interface ModelTask {
	id: string;
	lag: Curve;
	status: string;
	mode?: string;
	engine?: string;
	/** When the status becomes another one by itself, in ms. */
	turns?: { at: number; status: string };
	/** How long a stop takes, in ms; Infinity for one that never ends. */
	stopping?: number;
	releaseFails?: boolean;
	stoppedAt?: number;
}

/** A stop that the model carried out. */
export interface ModelStop {
	id: string;
	kind: unknown;
	lag: number | undefined;
	at: number;
}

/** What the model does instead of answering a call; `after` does the work first. */
export type Disturbance = (
	path: string,
	count: number,
) => 'before' | 'after' | 'refuse' | undefined;

const transient = (executed: 'no' | 'unknown'): CallResult => ({
	ok: false,
	failure: { message: 'The service does not answer', isTransient: true },
	executed,
	divisible: false,
});

/**
 * A service of tasks whose lags follow curves, and a client for it. It keeps its own time, which only `wait` and the tests
 * move.
 */
export function cloudModel(tasks: readonly ModelTask[], disturb: Disturbance = () => undefined) {
	const stops: ModelStop[] = [];
	const clock = { now: 0 };
	let count = 0;

	const statusOf = (task: ModelTask): string => {
		if (task.stoppedAt !== undefined) {
			const isOver = clock.now >= task.stoppedAt + (task.stopping ?? 90_000);
			if (!isOver) return 'RELEASE_RESOURCE_STARTED';
			return task.releaseFails ? 'RELEASE_RESOURCE_FAILED' : 'RELEASE_RESOURCE_COMPLETE';
		}
		return task.turns && clock.now >= task.turns.at ? task.turns.status : task.status;
	};

	function stop(task: ModelTask, kind: unknown): IDataObject {
		const { id } = task;
		if (statusOf(task).startsWith('RELEASE_') && statusOf(task) !== 'RELEASE_RESOURCE_FAILED') {
			return { id, status: 'failed', error_code: 'DRS.M00304', error_msg: 'Wrong status.' };
		}
		stops.push({ id, kind, lag: task.lag(clock.now), at: clock.now });
		task.stoppedAt = clock.now;
		return { id, status: 'success' };
	}

	function answer(path: string, job: IDataObject | string): IDataObject {
		const id = typeof job === 'string' ? job : String(job.job_id);
		const task = tasks.find((one) => one.id === id)!;
		const status = statusOf(task);
		if (path === 'batch-jobs') return stop(task, (job as IDataObject).delete_type);
		if (path === 'batch-progress') {
			const lag = status === 'INCRE_TRANSFER_STARTED' ? task.lag(clock.now) : undefined;
			return { job_id: id, transfer_status: status, incre_trans_delay: String(lag ?? -1) };
		}
		const more = { task_type: task.mode ?? 'FULL_INCR_TRANS' };
		return { id, status, name: id, ...more, inst_info: { engine_type: task.engine ?? 'mysql' } };
	}

	async function call({ path, body }: ApiRequest): Promise<CallResult> {
		const last = path.split('/').at(-1)!;
		const what = disturb(last, ++count);
		if (what === 'before') return transient('no');
		const jobs = (body as { jobs: Array<IDataObject | string> }).jobs;
		const refusal = { status: 'failed', error_code: 'DRS.M00102', error_msg: 'No permission.' };
		const results = jobs.map((job) =>
			what === 'refuse' && last === 'batch-jobs'
				? { id: (job as IDataObject).job_id, ...refusal }
				: answer(last, job),
		);
		if (what === 'after') return transient('unknown');
		return { ok: true, response: { status: 200, headers: {}, body: { results } } };
	}

	const client = {
		call,
		pause: async () => true,
		wait: async (milliseconds: number) => {
			clock.now += milliseconds;
			return true;
		},
		policy: { maxAttempts: 1, maxWaitSeconds: 0 },
		now: () => clock.now,
	} as unknown as ApiClient;
	return { client, clock, stops, statusOf };
}
