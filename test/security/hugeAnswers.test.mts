import { gzipSync } from 'node:zlib';
import { MAX_ANSWER_BYTES } from '../../nodes/shared/http/readBody.ts';
import { useCloud } from '../support/cloud.mts';
import { otcEngine, runNode } from '../support/otc.mts';
import { startHostile, type HostileServer } from './support/hostile.mts';
import {
	type Answer,
	endless,
	bomb,
	deep,
	sends,
	dripping,
	stalled,
	silent,
	ODD,
	stream,
	JSON_TYPE,
} from './support/hugeAnswers.mts';

const STATUS = {
	resource: 'task',
	operation: 'getStatus',
	jobId: { __rl: true, mode: 'id', value: 'e11eaf8f-71ef-4fad-8890-aed7572ajb11' },
	options: { maxAttempts: 1 },
};

const { simulator } = useCloud();

let hostile: HostileServer;

afterEach(async () => {
	jest.restoreAllMocks();
	await hostile.close();
});

/** Time that passes faster: a deadline of a minute comes after a fraction of a second. */
function shortenDeadlines(): jest.SpyInstance {
	const { timeout } = AbortSignal;
	return jest
		.spyOn(AbortSignal, 'timeout')
		.mockImplementation((milliseconds) => timeout.call(AbortSignal, milliseconds / 200));
}

/** Runs the node with a good IAM and a hostile DRS. */
async function askDrs(answer: Answer) {
	hostile = await startHostile((_request, response) => answer(response));
	const engine = otcEngine(simulator.url, { serviceEndpoint: hostile.url });
	return await runNode(engine, STATUS);
}

/** Runs the node with a hostile IAM. */
async function logIn(answer: Answer) {
	hostile = await startHostile((_request, response) => answer(response));
	return await runNode(otcEngine(hostile.url), STATUS);
}

describe.each([
	['DRS', askDrs],
	['IAM', logIn],
])('a hostile %s', (_name, run) => {
	it.each([
		['endless stream', endless],
		['gzip bomb', bomb],
	])('%s: is cut off at the limit, and said so', async (_kind, answer) => {
		const before = process.memoryUsage().rss;
		const { error } = await run(answer);
		expect(`${error?.message} ${error?.description}`).toContain('larger than 16 MB');
		expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
	});

	it.each([
		['200 kB of brackets', '['.repeat(200_000)],
		['200 kB of nested objects', deep(30_000)],
		['101 levels', deep(50).replace('1', '[1]')],
	])('%s: is not parsed', async (_kind, body) => {
		const { error } = await run(sends(body));
		expect(`${error?.message} ${error?.description}`).toContain('nests deeper than 100 levels');
	});

	it.each([
		['drips', dripping],
		['stalls', stalled],
		['is silent', silent],
	])('that %s is left after a minute at most', async (_kind, answer) => {
		const deadlines = shortenDeadlines();
		const { status, error } = await run(answer);
		expect(status).toBe('error');
		expect(`${error?.message} ${error?.description}`).toMatch(
			/(did not respond|no response) in time/,
		);
		for (const [milliseconds] of deadlines.mock.calls) {
			expect(milliseconds).toBeLessThanOrEqual(60_000);
		}
	});

	it.each([
		['half a JSON', '{"results":[{"id":"e11e'],
		['no JSON', 'OK'],
		['null', 'null'],
		['a list', '[1]'],
		['a number', '1e400'],
		['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x7b])],
		['an empty body', ''],
		[
			'objects in place of texts',
			JSON.stringify({ error_code: ODD, code: ODD, details: { code: ODD }, projects: [null] }),
		],
	])('that sends %s gets a clear refusal', async (_kind, body) => {
		const { status, error } = await run(sends(body));
		expect(status).toBe('error');
		expect(error?.message).not.toMatch(
			/undefined|null|cannot (read|convert)|is not a function|JSON at/i,
		);
		expect(error?.message.length).toBeLessThan(300);
	});
});

it.each([
	['password', 201, {}],
	['access key', 200, { authentication: 'accessKey', accessKeyId: 'AK', secretAccessKey: 'SK' }],
])(
	'an IAM that sends objects in place of texts gets a clear refusal: %s',
	async (_way, status, changes) => {
		const body = {
			token: { issued_at: ODD, expires_at: ODD, project: { id: ODD } },
			projects: [null, { name: 'eu-de', id: ODD }],
		};
		hostile = await startHostile((_request, response) =>
			response.writeHead(status, { 'X-Subject-Token': 'sample' }).end(JSON.stringify(body)),
		);
		const { error } = await runNode(otcEngine(hostile.url, changes), STATUS);
		expect(error?.message).toContain('is not a project ID');
		expect(hostile.requests).toHaveLength(1);
	},
);

describe('the limit', () => {
	it('hangs up: a stream of two gigabytes is left after some megabytes', async () => {
		await askDrs(endless);
		expect(stream.megabytes).toBeGreaterThan(10);
		expect(stream.megabytes).toBeLessThan(100);
	});

	it('does not touch large answers that are whole, nor brackets in texts', async () => {
		const id = 'e11eaf8f-71ef-4fad-8890-aed7572ajb11';
		const results = [{ id, status: 'CONFIGURATION', note: '[{\\"'.repeat(1_000_000) }];
		const text = JSON.stringify({ results });
		expect(text.length).toBeLessThan(MAX_ANSWER_BYTES);
		const plain = await askDrs(sends(text));
		expect(plain.items('Note')[0].json.id).toBe(id);
		await hostile.close();
		const packed = await askDrs(
			sends(gzipSync(`\ufeff${text}`), { ...JSON_TYPE, 'Content-Encoding': 'gzip' }),
		);
		expect(packed.items('Note')[0].json.id).toBe(id);
	});

	it('is also that of the answers which say how a call failed', async () => {
		const { error } = await askDrs((response) => {
			response.writeHead(400, JSON_TYPE).end(`{"error_msg":"${'x'.repeat(17 * 1024 * 1024)}"}`);
		});
		expect(error?.message).toContain('larger than 16 MB');
	});

	it('keeps the words about one task short', async () => {
		const id = 'e11eaf8f-71ef-4fad-8890-aed7572ajb11';
		const result = { id, error_code: 'C'.repeat(1e6), error_msg: 'x'.repeat(1e6) };
		const { error } = await askDrs(sends(JSON.stringify({ results: [result] })));
		expect(error?.message).toContain('xxx');
		expect(error?.message.length).toBeLessThan(5_000);
	});

	it('keeps the words of a refusal short', async () => {
		const { error } = await askDrs((response) => {
			const [words, code] = ['x', 'C'].map((letter) => letter.repeat(1024 * 1024));
			response
				.writeHead(400, JSON_TYPE)
				.end(JSON.stringify({ error_code: code, error_msg: `${words}, canonicalRequest:secret` }));
		});
		expect(error?.message.length).toBeLessThan(5_000);
		expect(error?.message).not.toContain('secret');
	});
});
