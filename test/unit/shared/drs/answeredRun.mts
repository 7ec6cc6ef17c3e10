import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { router } from '../../../../nodes/OtcDrs/router.ts';
import { fakeContext } from '../../../support/fakeContext.mts';

const JOB_ID = { __rl: true, mode: 'id', value: '={{ $json.id }}' };

export const OPTIONS = { maxRetryWait: 0, maxAttempts: 1 };

/** Runs an operation for two tasks; the service answers as told. */
export async function run(
	parameters: INodeParameters,
	answer: (path: string, ids: string[], body: IDataObject) => IDataObject,
): Promise<IDataObject[]> {
	const { context } = fakeContext({
		parameters: { jobId: JOB_ID, options: OPTIONS, ...parameters },
		items: [{ id: 'a1' }, { id: 'a2' }],
		continueOnFail: true,
		answer: ({ url, body }) => ({
			statusCode: 200,
			body: answer(url, (body?.jobs ?? []) as string[], body ?? {}),
		}),
	});
	Object.assign(context, { getTimezone: () => 'UTC' });
	context.helpers.prepareBinaryData = async () => ({ data: '', mimeType: '' });
	const [output] = await router(context);
	return output.map(({ json }) => json);
}
