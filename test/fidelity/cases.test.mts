import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { router } from '../../nodes/OtcDrs/router.ts';
import { fakeContext, type FakeAnswer, type SentRequest } from '../support/fakeContext.mts';
import { CREATE } from '../support/otc.mts';
import { resultsOf, run as runMigrations } from '../support/migrationService.mts';

const TASKS = [
	'140b5236-88ad-43c8-811c-1268453jb101',
	'24834eb6-2f0a-4a3e-9b1c-2268453jb101',
	'34834eb6-2f0a-4a3e-9b1c-2268453jb101',
];
const byId: INodeParameters = { jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } };

/** Runs an operation for tasks, set to continue. @returns the items, and what was sent */
async function run(
	parameters: INodeParameters,
	items: IDataObject[],
	answer: (request: SentRequest, count: number) => FakeAnswer,
) {
	const fake = fakeContext({
		parameters: { ...byId, ...parameters, options: { maxRetryWait: 0 } },
		items,
		continueOnFail: true,
		answer,
	});
	const [output] = await router(fake.context);
	return { output: output.map(({ json }) => json), sent: fake.sent };
}

const isCall = ({ url }: SentRequest, path: string): boolean =>
	url.split('?')[0].endsWith(`/${path}`);
const callsOf = (sent: readonly SentRequest[], path: string): number =>
	sent.filter((request) => isCall(request, path)).length;
const failed = (id: string, code: string): IDataObject => ({
	id,
	status: 'failed',
	error_code: code,
	error_msg: `said of ${code}`,
});
const refused = (statusCode: number, ...results: IDataObject[]): FakeAnswer => ({
	statusCode,
	body: { count: results.length, results },
});
const fine = (...results: IDataObject[]): FakeAnswer => refused(200, ...results);
const items = (count: number) => TASKS.slice(0, count).map((id) => ({ id }));
const errorOf = (item: IDataObject) => item.error as IDataObject;

describe('class 4: the reason stands in the results, whatever the HTTP status', () => {
	it.each([400, 409, 422])(
		'cloud-03d: Pause, HTTP %i with DRS.M01503 inside, then success',
		async (status) => {
			const { output, sent } = await run(
				{ resource: 'task', operation: 'pause' },
				items(1),
				(_request, count) =>
					count === 1
						? refused(status, failed(TASKS[0], 'DRS.M01503'))
						: fine({ id: TASKS[0], status: 'success' }),
			);
			expect(output).toEqual([{ id: TASKS[0], status: 'success' }]);
			expect(callsOf(sent, 'batch-pause-task')).toBe(2);
		},
	);

	it('cloud-03f: Create, Return Existing Task, HTTP 400 with DRS.M00277 inside', async () => {
		const existing = { id: TASKS[0], name: 'shop-1', status: 'CONFIGURATION' };
		const fake = fakeContext({
			parameters: { ...CREATE, options: { ifTaskExists: 'return', maxRetryWait: 0 } },
			items: [{ name: 'shop-1' }],
			continueOnFail: true,
			answer: (request) => {
				if (isCall(request, 'batch-creation')) {
					return refused(400, { ...failed('', 'DRS.M00277'), name: 'shop-1' });
				}
				if (isCall(request, 'batch-detail')) return fine({ ...existing });
				return { statusCode: 200, body: { total_record: 1, jobs: [existing] } };
			},
		});
		const [output] = await router(fake.context);
		expect(output[0].json).toMatchObject({ id: TASKS[0], already_existed: true });
	});

	it('cloud-03h: Start, HTTP 400 with DRS.M00304 inside, names the status', async () => {
		const { output } = await run({ resource: 'task', operation: 'start' }, items(1), (request) =>
			isCall(request, 'batch-status') || isCall(request, 'batch-detail')
				? fine({ id: TASKS[0], status: 'FULL_TRANSFER_STARTED' })
				: refused(400, failed(TASKS[0], 'DRS.M00304')),
		);
		expect(errorOf(output[0])).toMatchObject({
			error_code: 'DRS.M00304',
			message: expect.stringContaining('FULL_TRANSFER_STARTED'),
		});
	});

	it('cloud-03i: Pause of two in one call, HTTP 400: one is served, one has its own code', async () => {
		const { output, sent } = await run({ resource: 'task', operation: 'pause' }, items(2), () =>
			refused(400, failed(TASKS[1], 'DRS.M05004'), { id: TASKS[0], status: 'success' }),
		);
		expect(output[0]).toEqual({ id: TASKS[0], status: 'success' });
		expect(errorOf(output[1])).toMatchObject({ error_code: 'DRS.M05004', job_id: TASKS[1] });
		expect(callsOf(sent, 'batch-pause-task')).toBe(1);
	});

	it('cloud-03j: Get Status of three, HTTP 400: two statuses and one reason', async () => {
		const { output } = await run({ resource: 'task', operation: 'getStatus' }, items(3), () =>
			refused(400, { id: TASKS[2], status: 'CONFIGURATION' }, failed(TASKS[1], 'DRS.M05003'), {
				id: TASKS[0],
				status: 'CREATING',
			}),
		);
		expect([output[0].status, output[2].status]).toEqual(['CREATING', 'CONFIGURATION']);
		expect(errorOf(output[1])).toMatchObject({ error_code: 'DRS.M05003', job_id: TASKS[1] });
	});

	it('cloud-03j: Resume, HTTP 409 with DRS.M05004 inside, has the code', async () => {
		const { output } = await run({ resource: 'task', operation: 'resume' }, items(1), () =>
			refused(409, failed(TASKS[0], 'DRS.M05004')),
		);
		expect(errorOf(output[0])).toMatchObject({ error_code: 'DRS.M05004', job_id: TASKS[0] });
	});
});

describe('class 5: what a pre-check says', () => {
	it('cloud-16b: 100 %, failed, no items: the failure is in words', async () => {
		const { output } = await runMigrations(
			{
				precheckResult: (ids) =>
					resultsOf(ids, (id) => ({ precheck_id: id, process: '100%', result: false })),
			},
			{ options: { stopAfter: 'precheck' } },
			['shop-1'],
		);
		const { message } = errorOf(output[0]);
		expect(message).toContain('the service gave no reason');
		expect(JSON.stringify(output)).not.toContain('undefined');
	});
});

describe('class 6: the status lags', () => {
	it('cloud-10a: Start: 504, still CONFIGURATION, DRS.M00304, STARTJOBING at the fourth look', async () => {
		let starts = 0;
		let looks = 0;
		const { output } = await run({ resource: 'task', operation: 'start' }, items(1), (request) => {
			if (isCall(request, 'batch-status')) {
				looks += 1;
				return fine({ id: TASKS[0], status: looks < 4 ? 'CONFIGURATION' : 'STARTJOBING' });
			}
			starts += 1;
			return starts === 1
				? { statusCode: 504, body: {} }
				: refused(400, failed(TASKS[0], 'DRS.M00304'));
		});
		const text = JSON.stringify(output);
		expect(text).not.toContain('pre-check');
		expect(output[0].error === undefined || text.includes('may have been carried out')).toBe(true);
	});

	it.each([
		['cloud-10d', {}, ['shop-1']],
		['cloud-10d', {}, ['shop-1', 'shop-2']],
		['cloud-10e', { options: { startTime: '2099-12-01T22:00:00Z' } }, ['shop-1']],
		['cloud-10e', { options: { startTime: '2099-12-01T22:00:00Z' } }, ['shop-1', 'shop-2']],
	])(
		'%s: Run %j of %j whose status stays CONFIGURATION does not ask to start',
		async (_case, parameters, names) => {
			const { output } = await runMigrations({}, parameters as INodeParameters, names);
			for (const { next_action: next, status } of output) {
				expect(String(next)).not.toMatch(/run the pre-check|start the task/i);
				expect(status).not.toBe('CONFIGURATION');
			}
		},
	);
});
