import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { FORM } from '../../nodes/OtcDrs/form.ts';
import { startRun } from '../../nodes/OtcDrs/operations/operationRun.ts';
import { locator } from '../../contract/fields/landing.mts';
import { findOperation } from '../../nodes/OtcDrs/resources/index.ts';
import { validateRequest } from '../../simulator/contract/validate.mts';
import printed from '../fixtures/reference/drs-v3-examples.json' with { type: 'json' };
import { fakeContext } from '../support/fakeContext.mts';
import { type Case, REQUESTS, ALIKE, example, SHARED_ID } from './printedRequests.mts';
import { RESPONSES, list, ids, idsOf } from './printedAnswers.mts';

async function execute({ resource, operation, parameters, items }: Case, answer: IDataObject = {}) {
	const options = { ...(parameters.options as IDataObject | undefined), maxAttempts: 1 };
	const fake = fakeContext({
		parameters: { resource, operation, ...parameters, options },
		items,
		continueOnFail: true,
		answer: () => ({ statusCode: 200, body: answer }),
	});
	return {
		output: await findOperation(resource, operation)!.execute(await startRun(fake.context, FORM)),
		sent: fake.sent,
	};
}

describe('the printed requests', () => {
	it('are all here', () => {
		const known = [...REQUESTS.map(({ operationId }) => operationId), 'createTasks'];
		/** The printed "request" of this query without a body is its answer. */
		const all = printed
			.filter(({ kind, operation }) => kind === 'request' && operation !== 'getSwitchVipStatus')
			.map(({ operation }) => operation);
		expect([...new Set(all)].sort()).toEqual(known.sort());
	});

	it.each(REQUESTS.map((one) => [one.operationId, one] as const))(
		'%s is made from fields, in one call, as the contract allows it',
		async (operationId, one) => {
			const { sent } = await execute(one);
			const body = sent[0].body as IDataObject;
			expect(body).toEqual(
				(ALIKE[operationId] ?? ((plain) => plain))(example(operationId, 'request')),
			);
			expect(validateRequest(operationId, { query: {}, body })).toEqual([]);
		},
	);
});

describe('the printed answers', () => {
	it.each(RESPONSES)(
		'%s comes out complete, each result on its own item',
		async (operationId, resource, operation, more = {}) => {
			const results = list(operationId);
			const items =
				operationId === 'changePasswords' ? [{ side: 'so' }, { side: 'ta' }] : undefined;
			const { output } = await execute(
				{
					resource,
					operation,
					operationId,
					parameters: { ...more, ...ids(...idsOf(operationId)) },
					items,
				},
				{ ...example(operationId, 'response'), results: [...results].reverse() },
			);
			expect(output).toHaveLength(results.length);
			for (const [index, result] of results.entries()) {
				if (result.status === 'failed') {
					expect(output[index].json.error).toMatchObject({
						error_code: result.error_code,
						job_id: result.id,
					});
				} else {
					expect(output[index].json).toEqual(result);
				}
			}
		},
	);

	it('getTaskProgress and getPrecheckResults come out complete, with more besides', async () => {
		for (const [operationId, resource, operation] of [
			['getTaskProgress', 'task', 'getProgress'],
			['getPrecheckResults', 'precheck', 'getResult'],
		]) {
			const [result] = list(operationId);
			const { output } = await execute(
				{ resource, operation, operationId, parameters: ids(...idsOf(operationId)) },
				example(operationId, 'response'),
			);
			expect(output[0].json).toMatchObject(result);
		}
	});

	it('listTasks comes out complete', async () => {
		const { output } = await execute(
			{
				resource: 'task',
				operation: 'getMany',
				operationId: 'listTasks',
				parameters: { dbUseType: 'migration', simplify: false, filters: { engineType: 'mysql' } },
			},
			/** It is printed as a page of five tasks of seven; the node asks for 100 a page. */
			{ ...example('listTasks', 'response'), total_record: list('listTasks').length },
		);
		const jobs = list('listTasks');
		expect(
			output.map(({ json }) => json).sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
		).toEqual([...jobs].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)));
	});

	it('createTasks comes out complete', async () => {
		const { output } = await execute(
			{
				resource: 'task',
				operation: 'createMigration',
				operationId: 'createTasks',
				parameters: {
					name: 'DRS-9228',
					subnet: locator('352ad828-3467-4f03-987a-c55a5a9dd417'),
					targetInstance: locator('e05a3679efe241d8b5dee80b17c1a863in01'),
				},
			},
			example('createTasks', 'response'),
		);
		expect(output[0].json).toEqual(list('createTasks')[0]);
	});

	it.each<[string, string, string, (answer: IDataObject) => IDataObject, INodeParameters?]>([
		['createComparison', 'comparison', 'create', (answer) => answer],
		['getComparison', 'comparison', 'getResult', (answer) => answer],
		['switchVip', 'switchover', 'switchVip', (answer) => answer],
		[
			'modifyParameters',
			'configuration',
			'updateParameters',
			(answer) => ({ job_id: SHARED_ID, ...answer }),
			{ parameters: { parameter: [{ key: 'a', targetValue: 'b' }] } },
		],
		[
			'getParameters',
			'configuration',
			'getParameters',
			(answer) => ({ job_id: SHARED_ID, params: (answer.params_list as IDataObject[])[0].params }),
		],
	])('%s comes out complete', async (operationId, resource, operation, expected, more = {}) => {
		const answer = example(operationId, 'response');
		const { output } = await execute(
			{ resource, operation, operationId, parameters: { ...more, ...ids(SHARED_ID) } },
			answer,
		);
		expect(output[0].json).toMatchObject(expected(answer));
	});

	it('getSwitchVipStatus, printed as a request, comes out complete', async () => {
		const answer = example('getSwitchVipStatus', 'request');
		const { output } = await execute(
			{
				resource: 'switchover',
				operation: 'getVipStatus',
				operationId: '',
				parameters: ids(SHARED_ID),
			},
			answer,
		);
		expect(output[0].json).toEqual(answer);
	});
});
