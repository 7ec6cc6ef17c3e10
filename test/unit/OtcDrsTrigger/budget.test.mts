import { withinBudget } from '../../../nodes/OtcDrsTrigger/budget.ts';
import type { ApiClient } from '../../../nodes/shared/client/client.ts';
import type { ApiRequest, CallResult } from '../../../nodes/shared/http/types.ts';

const REQUEST: ApiRequest = {
	service: 'drs',
	method: 'POST',
	path: '/v3/{project_id}/jobs',
	idempotent: true,
	purpose: 'List of tasks',
};

const ANSWER: CallResult = { ok: true, response: { status: 200, headers: {}, body: {} } };

/** A client whose calls take a while. */
function slow(milliseconds: number): ApiClient {
	let now = 0;
	return {
		async call() {
			now += milliseconds;
			return ANSWER;
		},
		pause: async () => true,
		wait: async () => true,
		projectId: () => undefined,
		credential: { id: '', name: '', data: {} },
		policy: { maxAttempts: 1, maxWaitSeconds: 0 },
		now: () => now,
	};
}

describe('the time that n8n gives a poll', () => {
	it('ends its calls before it is over, and says what to do', async () => {
		const client = withinBudget(slow(10_000), { getPollBudgetMs: () => 36_000 });
		const results = [];
		for (let call = 0; call < 5; call++) results.push(await client.call(REQUEST));
		expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true, false]);
		expect(results[4]).toMatchObject({
			executed: 'no',
			failure: {
				message: 'List of tasks: the poll takes longer than n8n allows',
				description: expect.stringContaining('36 seconds'),
				isTransient: true,
			},
		});
	});

	it('does not end in an n8n that gives none', async () => {
		const client = withinBudget(slow(1_000_000), {});
		await client.call(REQUEST);
		expect(await client.call(REQUEST)).toEqual(ANSWER);
	});
});
