import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { router } from '../../../../nodes/OtcDrs/router.ts';
import { fakeContext, type FakeAnswer, type SentRequest } from '../../../support/fakeContext.mts';

const JOB_ID = { __rl: true, mode: 'id', value: '={{ $json.id }}' };

type Answer = (path: string, ids: string[], count: number, body: IDataObject) => FakeAnswer;

/** The service: `answer` is told the last part of the path, the tasks, and how often that path was called before. */
export function service(answer: Answer): {
	answer: (request: SentRequest) => FakeAnswer;
	calls: string[];
} {
	const calls: string[] = [];
	return {
		calls,
		answer: ({ url, body = {} }) => {
			const path = url.split('/').at(-1) as string;
			const count = calls.filter((call) => call === path).length;
			calls.push(path);
			const jobs = (body.jobs ?? []) as Array<string | IDataObject>;
			const ids = jobs.map((job) => (typeof job === 'string' ? job : String(job.job_id)));
			return answer(path, ids, count, body);
		},
	};
}

export async function run(
	parameters: INodeParameters,
	ids: string[],
	answer: Answer,
	options: INodeParameters = {},
): Promise<{ output: IDataObject[]; calls: string[] }> {
	const { answer: answered, calls } = service(answer);
	const { context } = fakeContext({
		parameters: { jobId: JOB_ID, options: { maxRetryWait: 0, ...options }, ...parameters },
		items: ids.map((id) => ({ id })),
		continueOnFail: true,
		answer: answered,
	});
	const [output] = await router(context);
	return { output: output.map(({ json }) => json), calls };
}

export const ok = (results: IDataObject[]): FakeAnswer => ({ statusCode: 200, body: { results } });

export const each = (ids: string[], fields: IDataObject, idField = 'id'): FakeAnswer =>
	ok(ids.map((id) => ({ [idField]: id, ...fields })));

export const UNCLEAR: FakeAnswer = { statusCode: 504, body: '' };

export const busy = {
	status: 'failed',
	error_code: 'DRS.M01504',
	error_msg: 'Another operation is being performed',
};
