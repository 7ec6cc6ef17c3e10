import { createApiClient } from '../../../../nodes/shared/client/client.ts';
import type { IDataObject } from 'n8n-workflow';
import { router } from '../../../../nodes/OtcDrs/router.ts';
import {
	connectionError,
	fakeContext,
	type FakeAnswer,
	type FakeContext,
} from '../../../support/fakeContext.mts';

describe('a call', () => {
	it('never throws, even for a text that is no text', async () => {
		const fake = fakeContext({ parameters: { resource: 'task', operation: 'get' } });
		const client = createApiClient(fake.context, { id: '1', name: 'OTC', data: {} });
		const result = await client.call({
			service: 'vpc',
			method: 'GET',
			path: '/v1/{project_id}/vpcs',
			query: { marker: 'half \ud800', limit: 1 },
			idempotent: true,
			purpose: 'Test',
		});
		expect(result.ok).toBe(true);
		expect(fake.sent[0].url).toContain('?marker=half%20%EF%BF%BD&limit=1');
	});
});

describe('an execution that is stopped', () => {
	const items = Array.from({ length: 100 }, (_, index) => ({ id: `task-${index}` }));
	const stoppedAtFirstAnswer = (operation: string, answer: FakeAnswer) => {
		const fake: FakeContext = fakeContext({
			parameters: {
				resource: 'task',
				operation,
				jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			},
			items,
			continueOnFail: true,
			answer: () => {
				fake.stop();
				return answer;
			},
		});
		return fake;
	};

	it.each([
		['changes', 'delete', { statusCode: 202, body: { results: [] } }],
		['changes whose answer is lost', 'delete', connectionError('ECONNRESET')],
		['queries', 'getStatus', { statusCode: 200, body: { results: [] } }],
	] as Array<[string, string, FakeAnswer]>)(
		'sends no further %s, and every item says so',
		async (_name, operation, answer) => {
			const fake = stoppedAtFirstAnswer(operation, answer);
			const [output] = await router(fake.context);
			expect(fake.sent.length).toBeLessThanOrEqual(4);
			expect(output).toHaveLength(100);
			const messages = output.map(({ json }) => String((json.error as IDataObject).message));
			expect(messages.filter((message) => !/stopped|did not respond/.test(message))).toEqual([]);
		},
	);
});
