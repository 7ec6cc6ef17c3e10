import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { router } from '../../nodes/OtcDrs/router.ts';
import { fakeContext, type FakeAnswer, type SentRequest } from './fakeContext.mts';
import { RUN } from './migrationRun.mts';

const CALLS = {
	jobs: 'list',
	'batch-creation': 'create',
	'batch-connection': 'test',
	'batch-modification': 'modify',
	'batch-precheck': 'precheck',
	'batch-precheck-result': 'precheckResult',
	'batch-starting': 'start',
	'batch-status': 'status',
	'batch-detail': 'detail',
} as const;

type Call = (typeof CALLS)[keyof typeof CALLS];

/** @returns what a request is for. */
export const callOf = ({ url }: SentRequest): Call =>
	CALLS[url.split('/').at(-1)!.split('?')[0] as keyof typeof CALLS];

/** @returns the tasks that a request names. */
export const idsIn = (body: IDataObject | undefined): string[] =>
	((body?.jobs ?? []) as Array<IDataObject | string>).map((job) =>
		typeof job === 'string' ? job : String(job.job_id ?? job.id ?? `id-${job.name}`),
	);

/** What the service answers instead of doing what it is asked for; `time` counts the calls of a kind. */
export type Script = Partial<
	Record<Call, (ids: string[], time: number) => IDataObject | undefined>
>;

/** A service that does all that it is asked for, but for what the script answers instead; details show the scripted status. */
export function service(script: Script = {}) {
	const times = new Map<Call, number>();
	return (request: SentRequest): FakeAnswer => {
		const call = callOf(request);
		const time = (times.get(call) ?? 0) + 1;
		times.set(call, time);
		const ids = idsIn(request.body);
		const answer = script[call] ?? (call === 'detail' ? script.status : undefined);
		const scripted = answer?.(ids, time);
		if (scripted) return { statusCode: 200, body: scripted };
		const results = ids.map((id): IDataObject => {
			if (call === 'create') return { id, name: id.slice(3), status: 'CREATING' };
			if (call === 'status' || call === 'detail') return { id, status: 'CONFIGURATION' };
			if (call === 'precheckResult') return { precheck_id: id, process: '100%', result: true };
			return { id, status: 'success' };
		});
		return { statusCode: 200, body: call === 'list' ? { jobs: [] } : { results } };
	};
}

/** Runs Migration → Run, set to continue, with that service. */
export async function run(
	script: Script,
	parameters: INodeParameters = {},
	items = ['shop-1', 'shop-2'],
) {
	const fake = fakeContext({
		parameters: { ...RUN, ...parameters },
		items: items.map((name) => ({ name })),
		continueOnFail: true,
		answer: service(script),
	});
	const context = Object.assign(fake.context, { getMode: () => 'trigger' as const });
	const [output] = await router(context);
	return { output: output.map(({ json }) => json), calls: fake.sent.map(callOf), sent: fake.sent };
}

/** @returns an answer with a result a task. */
export const resultsOf = (ids: string[], of: (id: string) => IDataObject): IDataObject => ({
	results: ids.map(of),
});
