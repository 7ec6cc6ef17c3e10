import { accounts } from '../../simulator/accounts.mts';
import { logIn, send } from './client.mts';
import { LIFETIME_SECONDS, useIam } from './useIam.mts';

const { agency, operator } = accounts;

const { simulator, clock, token } = useIam();

describe('an agency', () => {
	const assume = (role: object) => ({ methods: ['assume_role'], assume_role: role });
	const inAccount = { domain_name: agency.domainName };

	it.each(['xrole_name', 'agency_name'])('is assumed by %s', async (field) => {
		const caller = await logIn(simulator.url);
		const identity = assume({ ...inAccount, [field]: agency.name });
		const { status, headers, data } = await token(identity, undefined, caller.token);
		expect(status).toBe(201);
		expect(data.token.project.id).toBe('154ba152d480d55b2f5dc0069e7ddef0');
		const own = await send(`${simulator.url}/rds/v3/${data.token.project.id}/instances`, {
			headers: { 'X-Auth-Token': String(headers['x-subject-token']) },
		});
		expect(own.status).toBe(200);
		const foreign = await send(`${simulator.url}/rds/v3/${caller.projectId}/instances`, {
			headers: { 'X-Auth-Token': String(headers['x-subject-token']) },
		});
		expect(foreign.status).toBe(401);
	});

	it('needs the token of a user', async () => {
		const { status, data } = await token(assume({ ...inAccount, xrole_name: agency.name }));
		expect(status).toBe(401);
		expect(data.error.message).toBe('The X-Auth-Token is invalid!');
	});

	it.each([
		{ ...inAccount, xrole_name: 'another' },
		{ domain_name: operator.domainName, xrole_name: agency.name },
	])('that does not exist is refused: %j', async (role) => {
		const caller = await logIn(simulator.url);
		expect((await token(assume(role), undefined, caller.token)).status).toBe(404);
	});
});

describe('a token', () => {
	const statuses = async (projectId: string, value?: string) =>
		await send(`${simulator.url}/drs/v3/${projectId}/jobs/batch-status`, {
			body: { jobs: ['any'] },
			headers: value === undefined ? {} : { 'X-Auth-Token': value },
		});

	it('expires: DRS says 403 DRS.M00100, other services say 401', async () => {
		const session = await logIn(simulator.url);
		clock.time += LIFETIME_SECONDS * 1000 - 1;
		expect((await statuses(session.projectId, session.token)).status).toBe(200);
		clock.time += 1;
		const drs = await statuses(session.projectId, session.token);
		expect([drs.status, drs.data.error_code]).toEqual([403, 'DRS.M00100']);
		const vpc = await send(`${simulator.url}/vpc/v1/${session.projectId}/vpcs`, session);
		expect([vpc.status, vpc.data.error_code]).toEqual([401, 'APIGW.0307']);
		expect(vpc.data.error_msg).toBe('The token must be updated.');
	});

	it('that is unknown is refused the same way, and one that is missing by the gateway', async () => {
		const { projectId } = await logIn(simulator.url);
		const unknown = await statuses(projectId, 'made-up');
		expect([unknown.status, unknown.data.error_code]).toEqual([403, 'DRS.M00100']);
		const missing = await statuses(projectId);
		expect([missing.status, missing.data.error_code]).toEqual([401, 'APIGW.0301']);
	});

	it('stays valid when another is issued', async () => {
		const session = await logIn(simulator.url);
		await logIn(simulator.url);
		expect((await statuses(session.projectId, session.token)).status).toBe(200);
	});

	it('is for its own project', async () => {
		const { token: value } = await logIn(simulator.url);
		const other = '054ba152d480d55b2f5dc0069e7ddef1';
		const drs = await statuses(other, value);
		expect([drs.status, drs.data.error_code]).toEqual([403, 'DRS.M00261']);
		const rds = await send(`${simulator.url}/rds/v3/${other}/instances`, {
			headers: { 'X-Auth-Token': value },
		});
		expect(rds.status).toBe(401);
		expect(rds.data.error_msg).toContain("URL's projectId is not equal token's projectId");
	});
});

describe('look-ups', () => {
	it('lists the projects of the account, and finds one by name', async () => {
		const { headers } = await logIn(simulator.url);
		const all = await send(`${simulator.url}/iam/v3/projects`, { headers });
		expect(all.data.projects.map(({ name }: { name: string }) => name)).toEqual([
			'eu-de',
			'eu-de_migration',
			'eu-nl',
		]);
		const one = await send(`${simulator.url}/iam/v3/projects?name=eu-nl`, { headers });
		expect(one.data.projects).toHaveLength(1);
		const none = await send(`${simulator.url}/iam/v3/projects?name=nowhere`, { headers });
		expect(none.data.projects).toEqual([]);
	});

	it('names the account', async () => {
		const { headers } = await logIn(simulator.url);
		const { data } = await send(`${simulator.url}/iam/v3/auth/domains`, { headers });
		expect(data.domains).toMatchObject([{ id: operator.domainId, name: operator.domainName }]);
	});
});
