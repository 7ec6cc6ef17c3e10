import { createHash, createHmac } from 'node:crypto';
import { accounts } from '../../simulator/accounts.mts';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { manualClock, sdkDate, send, sign, type ManualClock } from './client.mts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('signed requests over the wire', () => {
	const PROJECT = '054ba152d480d55b2f5dc0069e7ddef0';
	const MINUTE = 60_000;
	let simulator: Simulator;
	let clock: ManualClock;
	let url: string;
	const body = JSON.stringify({ jobs: ['8d0e8e36-a618-490d-8a46-8c61ac9jb502'] });
	const headers = { 'Content-Type': 'application/json', 'X-Project-Id': PROJECT };

	beforeEach(async () => {
		clock = manualClock();
		simulator = await startSimulator({ clock, forms: { gone: 'answered' } });
		url = `${simulator.url}/drs/v3/${PROJECT}/jobs/batch-status`;
	});

	afterEach(async () => {
		await simulator.close();
	});

	const post = async (
		changes: Partial<Parameters<typeof sign>[1]> = {},
		more: Record<string, string> = {},
		sent = body,
	) => {
		const signed = sign(url, { time: clock.now(), method: 'POST', body, headers, ...changes });
		return await send(url, { body: sent, headers: { ...signed, ...more } });
	};

	it('a permanent key is accepted', async () => {
		expect((await post()).status).toBe(200);
		expect(simulator.journal.of('getTaskStatuses')[0].auth).toBe('aksk');
	});

	it('the older scheme is accepted over the wire', async () => {
		const date = sdkDate(clock.now());
		const { host, pathname } = new URL(url);
		const canonical = `POST\n${pathname}/\n\nhost:${host}\nx-sdk-date:${date}\n\nhost;x-sdk-date\n${hashOf(body)}`;
		const scope = [date.slice(0, 8), '', '', 'sdk_request'];
		const toSign = ['SDK-HMAC-SHA256', date, scope.join('/'), hashOf(canonical)].join('\n');
		const key = scope.reduce<string | Buffer>(
			(secret, part) => createHmac('sha256', secret).update(part).digest(),
			`SDK${accounts.accessKey.secret}`,
		);
		const signature = createHmac('sha256', key).update(toSign).digest('hex');
		const Authorization = `SDK-HMAC-SHA256 Credential=${accounts.accessKey.id}/${scope.join('/')}, SignedHeaders=host;x-sdk-date, Signature=${signature}`;
		const { status } = await send(url, {
			body,
			headers: { ...headers, 'X-Sdk-Date': date, Authorization },
		});
		expect(status).toBe(200);
	});

	it('the query is part of the signature, in sorted order', async () => {
		const list = `${simulator.url}/rds/v3/${PROJECT}/instances?limit=2&offset=0`;
		const signed = sign(list, { time: clock.now(), headers: { 'X-Project-Id': PROJECT } });
		const unsorted = list.replace('limit=2&offset=0', 'offset=0&limit=2');
		expect((await send(unsorted, { headers: signed })).data.instances).toHaveLength(2);
		const other = await send(list.replace('limit=2', 'limit=3'), { headers: signed });
		expect(other.status).toBe(401);
	});

	it('a body with one other byte is refused, and the canonical request is shown', async () => {
		const { status, data } = await post({}, {}, `${body} `);
		expect(status).toBe(401);
		expect(data.error_code).toBe('APIGW.0301');
		expect(data.error_msg).toContain('verify aksk signature fail');
		expect(data.error_msg).toContain(
			`canonicalRequest:POST|/drs/v3/${PROJECT}/jobs/batch-status/|`,
		);
	});

	it('a wrong secret is refused', async () => {
		const key = { ...accounts.accessKey, secret: 'WrongSecret' };
		expect((await post({ key })).data.error_msg).toContain('verify aksk signature fail');
	});

	it('a key that does not exist is refused', async () => {
		const { status, data } = await post({ key: { id: 'NOSUCHKEY', secret: 'x' } });
		expect(status).toBe(401);
		expect(data.error_msg).toMatch(/ak:NOSUCHKEY.*ak not exist/);
	});

	it.each([
		['14 minutes late', -14, 200],
		['14 minutes early', 14, 200],
		['16 minutes late', -16, 401],
		['16 minutes early', 16, 401],
	])('a signature that is %s', async (_name, minutes, expected) => {
		const time = clock.now() + minutes * MINUTE;
		const { status, data } = await post({ time });
		expect(status).toBe(expected);
		if (expected === 401) {
			expect(data.error_msg).toContain(
				`signature expired, signature time:${sdkDate(time)},server time:${sdkDate(clock.now())}`,
			);
		}
	});

	it('without a date in the signature, or with a malformed header, it is refused', async () => {
		const signed = sign(url, { time: clock.now(), method: 'POST', body, headers });
		for (const Authorization of [
			signed.Authorization.replace(';x-sdk-date', ''),
			'SDK-HMAC-SHA256 Access=A',
		]) {
			const { status, data } = await send(url, { body, headers: { ...signed, Authorization } });
			expect([status, data.error_code]).toEqual([401, 'APIGW.0301']);
		}
	});

	it('a temporary key needs its security token, signed or not', async () => {
		const { temporaryKey: key } = accounts;
		const token = { 'X-Security-Token': key.securityToken };
		expect((await post({ key })).status).toBe(401);
		expect((await post({ key }, { 'X-Security-Token': 'another' })).status).toBe(401);
		expect((await post({ key }, token)).status).toBe(200);
		expect((await post({ key, headers: { ...headers, ...token } })).status).toBe(200);
	});

	it('X-Project-Id has to be there, and to be the project of the address', async () => {
		const { 'X-Project-Id': _project, ...without } = headers;
		const refused = await post({ headers: without });
		expect([refused.status, refused.data.error_code]).toEqual([403, 'DRS.M00261']);
		const other = { ...headers, 'X-Project-Id': '054ba152d480d55b2f5dc0069e7ddef1' };
		expect((await post({ headers: other })).data.error_code).toBe('DRS.M00261');
	});

	it('projects are looked up before a project is known', async () => {
		const projects = `${simulator.url}/iam/v3/projects?name=eu-de`;
		const { data } = await send(projects, { headers: sign(projects, { time: clock.now() }) });
		expect(data.projects).toMatchObject([{ id: PROJECT, name: 'eu-de' }]);
	});
});
