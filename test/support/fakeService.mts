import type { IDataObject } from 'n8n-workflow';
import type { ApiClient } from '../../nodes/shared/client/client.ts';
import type { CallResult } from '../../nodes/shared/http/types.ts';

/** What the service says of a task: its status, several that contradict each other, or a refusal. */
export type Said = string | string[] | { error_code: string };

/** A service that knows some tasks, and a clock that only moves when somebody waits. */
export interface FakeService {
	client: ApiClient;
	tasks: Record<string, Said>;
	/** The tasks of each call. */
	calls: string[][];
	/** The pauses between checks, in ms. */
	pauses: number[];
	/** Set while the service as a whole refuses. */
	refusal?: Extract<CallResult, { ok: false }>;
	/** What happens meanwhile. @returns false to stop the execution */
	onWait: (now: number) => boolean | void;
	now: number;
}

const resultsOf = (id: string, said: Said): IDataObject[] =>
	[said].flat().map((one) => (typeof one === 'string' ? { id, status: one } : { id, ...one }));

/** @returns a service at time 0 */
export function fakeService(tasks: Record<string, Said>): FakeService {
	const service: FakeService = {
		tasks,
		calls: [],
		pauses: [],
		now: 0,
		onWait: () => undefined,
		client: {
			async call({ body }) {
				const jobs = body!.jobs as string[];
				service.calls.push(jobs);
				if (service.refusal) return service.refusal;
				const known = jobs.filter((id) => id in service.tasks);
				const results = known.flatMap((id) => resultsOf(id, service.tasks[id]));
				return { ok: true, response: { status: 200, headers: {}, body: { results } } };
			},
			pause: async () => true,
			async wait(milliseconds) {
				service.pauses.push(milliseconds);
				service.now += milliseconds;
				return service.onWait(service.now) !== false;
			},
			projectId: () => undefined,
			credential: { id: '', name: '', data: {} },
			policy: { maxAttempts: 1, maxWaitSeconds: 0 },
			now: () => service.now,
		},
	};
	return service;
}
