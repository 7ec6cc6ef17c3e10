import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { FIRST } from '../unit/shared/values/certificates.mts';
import { FORM } from '../../nodes/OtcDrs/form.ts';
import { startRun } from '../../nodes/OtcDrs/operations/operationRun.ts';
import { findOperation } from '../../nodes/OtcDrs/resources/index.ts';
import { fakeContext, type FakeAnswer, type SentRequest } from '../support/fakeContext.mts';
import { LANDINGS } from '../../contract/fields/index.mts';
import type { OperationLandings } from '../../contract/fields/landing.mts';

/** The secrets come in by expressions: what is typed into a field is part of the workflow, which errors name. */
const SECRETS = {
	sourcePassword: 'LEAK-source-password',
	targetPassword: 'LEAK-target-password',
	newPassword: 'LEAK-new-password',
	certificatePassword: 'LEAK-certificate-password',
	keyTab: 'LEAK-key-tab',
};
const from = (name: string): string => `={{ $json.${name} }}`;

/** A certificate, and what it looks like in a request. */
const KEY = FIRST;
const ITEM: IDataObject = { ...SECRETS, key: KEY };
const LEAKS = ['LEAK-', KEY.slice(100, 140), Buffer.from(KEY).toString('base64').slice(80, 112)];

function withSecrets({ base }: OperationLandings): INodeParameters {
	const side = (name: 'source' | 'target') => ({
		[`${name}Database`]: {
			authentication: 'defineBelow',
			user: 'user',
			password: from(`${name}Password`),
			...(base[`${name}Database`] as IDataObject | undefined),
			sslCert: from('key'),
			sslCertPassword: from('certificatePassword'),
		},
	});
	return {
		...base,
		...side('source'),
		...side('target'),
		newPassword: from('newPassword'),
		kerberos: { key_tab_file: from('keyTab') },
	};
}

/** A service that sends back all that it was sent. */
function echo(request: SentRequest): FakeAnswer {
	const lists = Object.values(request.body ?? {}).filter(Array.isArray) as unknown[][];
	const results = (lists[0] ?? []).map((entry) => {
		const fields = typeof entry === 'object' ? (entry as IDataObject) : {};
		const id = fields.job_id ?? fields.id ?? fields.name ?? entry;
		return {
			...fields,
			id,
			job_id: id,
			precheck_id: id,
			process: 'x',
			transfer_status: 'x',
			status: 'RELEASE_RESOURCE_COMPLETE',
			success: true,
			note: JSON.stringify(fields),
		};
	});
	const note = JSON.stringify(request.body);
	return { statusCode: 200, body: { ...request.body, results, success: true, note } };
}

/** The longest secret of a request that could pass for the ID of one, as far as a header can carry it. */
const asRequestId = ({ body }: SentRequest): Record<string, string> => {
	const [leak = ''] = JSON.stringify(body ?? {}).match(/LEAK-[\w-]+/g) ?? [];
	return { 'x-request-id': leak };
};

/** A service that answers every task with a failure in which it repeats what it was sent. */
function failEach(request: SentRequest): FakeAnswer {
	const { body, ...answer } = echo(request) as Exclude<FakeAnswer, Error>;
	const words = JSON.stringify(request.body);
	const failure = { status: 'failed', success: false, error_code: 'DRS.M99999', error_msg: words };
	const results = (body as { results: IDataObject[] }).results.map((result) => ({
		...result,
		...failure,
		process: undefined,
		transfer_status: undefined,
	}));
	return { ...answer, headers: asRequestId(request), body: { ...failure, results } };
}

const REFUSALS: Array<[string, (request: SentRequest) => FakeAnswer]> = [
	['an answer that repeats the request', echo],
	['failures of the tasks that repeat the request', failEach],
	[
		'a refusal that repeats the request',
		(request) => ({
			statusCode: 400,
			body: { error_code: 'DRS.M00202', error_msg: 'The value is invalid', request: request.body },
		}),
	],
	[
		'a refusal that repeats the request in its words and as its ID',
		(request) => ({
			statusCode: 400,
			headers: asRequestId(request),
			body: { error_code: 'DRS.M00202', error_msg: `Invalid: ${JSON.stringify(request.body)}` },
		}),
	],
	['a server error', () => ({ statusCode: 500, body: 'Internal error' })],
	[
		'a dropped connection',
		(request) =>
			Object.assign(new Error('socket hang up'), {
				code: 'ECONNRESET',
				config: { data: JSON.stringify(request.body) },
			}),
	],
];

/** @returns what an operation that hands its items on has added to them: their own fields, unchanged, were there before. */
const addedToItems = (output: INodeExecutionData[]) =>
	output.map(({ json, ...more }) => ({
		...more,
		json: Object.fromEntries(Object.entries(json).filter(([name, value]) => value !== ITEM[name])),
	}));

describe.each(REFUSALS)('with %s', (_name, answer) => {
	it.each(LANDINGS.map((one) => [`${one.resource}.${one.operation}`, one] as const))(
		'%s shows no secret, whether it goes on or stops',
		async (_operation, one) => {
			for (const continueOnFail of [true, false]) {
				const fake = fakeContext({
					parameters: {
						resource: one.resource,
						operation: one.operation,
						...withSecrets(one),
						options: { ...(one.base.options as IDataObject | undefined), maxAttempts: 1 },
					},
					items: [ITEM],
					continueOnFail,
					answer,
				});
				const operation = findOperation(one.resource, one.operation)!;
				const shown: unknown = await operation
					.execute(await startRun(fake.context, FORM))
					.then((output) => (operation.work?.keepsItems ? addedToItems(output) : output))
					.catch((thrown: unknown) => thrown);
				const texts = [
					JSON.stringify(shown),
					shown instanceof Error
						? JSON.stringify([
								shown.message,
								shown.stack,
								Object.values(shown),
								(shown.cause as Error | undefined)?.message,
							])
						: '',
					JSON.stringify(fake.hints),
				].join('\n');
				for (const leak of LEAKS) expect(texts).not.toContain(leak);
				expect(fake.sent.length).toBeGreaterThan(0);
			}
		},
	);
});

describe('the scan', () => {
	it('sees secrets in the requests of the operations that send them', async () => {
		const sending = new Set<string>();
		for (const one of LANDINGS) {
			const fake = fakeContext({
				parameters: {
					resource: one.resource,
					operation: one.operation,
					...withSecrets(one),
					options: { maxAttempts: 1 },
				},
				items: [ITEM],
				continueOnFail: true,
				answer: echo,
			});
			await findOperation(one.resource, one.operation)!.execute(await startRun(fake.context, FORM));
			if (LEAKS.some((leak) => JSON.stringify(fake.sent).includes(leak)))
				sending.add(one.operation);
		}
		expect([...sending].sort()).toEqual([
			'changePassword',
			'createDisasterRecovery',
			'createMigration',
			'createSync',
			'test',
			'testCluster',
			'update',
		]);
	});
});
