import type { TaskBody } from '../../../../nodes/shared/drs/taskBody.ts';
import type { CreateEntry } from '../../../../nodes/shared/drs/createEntry.ts';
import { createTasks, type CreateOptions } from '../../../../nodes/shared/drs/createTasks.ts';
import { createApiClient } from '../../../../nodes/shared/client/client.ts';
import { fakeContext, type FakeAnswer, type SentRequest } from '../../../support/fakeContext.mts';

export const NOW = 1_700_000_000_000;

export const DATE = { date: new Date(NOW).toUTCString() };

const POLICY = { maxAttempts: 4, maxWaitSeconds: 60 };

const body = (name: string) =>
	({
		name,
		db_use_type: 'migration',
		engine_type: 'mysql',
		description: 'shops',
		target_endpoint: { inst_id: 'wanted' },
	}) as TaskBody;

export const created = (name: string) => ({
	id: `id-${name}`,
	name,
	status: 'CREATING',
	create_time: String(NOW),
});

export const accepted = (...names: string[]): FakeAnswer => ({
	statusCode: 202,
	headers: DATE,
	body: { results: names.map(created) },
});

export const listed = (...jobs: unknown[]): FakeAnswer => ({
	statusCode: 200,
	headers: DATE,
	body: { jobs, total_record: jobs.length },
});

export const detailed = (...results: unknown[]): FakeAnswer => ({
	statusCode: 200,
	headers: DATE,
	body: { count: results.length, results },
});

export const nameTaken: FakeAnswer = {
	statusCode: 422,
	headers: { 'x-request-id': 'req-1' },
	body: { error_code: 'DRS.M00277', error_msg: 'The task name already exists.' },
};

/** Plays the answers one after another and creates the tasks. */
export async function play(
	answers: FakeAnswer[],
	names = ['shop'],
	{ ifTaskExists, ...options }: Partial<CreateOptions> & Pick<CreateEntry, 'ifTaskExists'> = {},
) {
	const pauses: number[] = [];
	const fake = fakeContext({
		parameters: { resource: 'task', operation: 'createMigration' },
		answer: (_request, count) => answers[count - 1] ?? new Error(`unexpected call ${count}`),
	});
	const credential = { id: '1', name: 'OTC', data: { session: 'session-1' } };
	const client = createApiClient(fake.context, credential, POLICY, {
		now: () => NOW,
		random: () => 0.5,
		sleep: async (milliseconds) => void pauses.push(milliseconds),
	});
	const outcomes = await createTasks(
		client,
		names.map((name) => ({ key: name.toLowerCase(), body: body(name), ifTaskExists })),
		{
			batchSize: 10,
			concurrency: 1,
			retry: POLICY,
			requestFormat: 'batch',
			...options,
		},
	);
	const calls = fake.sent.map(({ url }: SentRequest) =>
		url.endsWith('batch-creation') ? 'create' : url.endsWith('batch-detail') ? 'detail' : 'list',
	);
	return { outcomes, calls, sent: fake.sent, pauses };
}

export const serverError: FakeAnswer = {
	statusCode: 500,
	body: { error_code: 'DRS.M00004', error_msg: 'Service is abnormal.' },
};
