import { startSimulator } from '../../simulator/index.mts';
import { useCloud } from '../support/cloud.mts';
import { runHttpRequest } from '../support/httpRequest.mts';
import { otcEngine } from '../support/otc.mts';

const { simulator } = useCloud();

const request = async (uri: string, changes: Record<string, string> = {}) =>
	await runHttpRequest(otcEngine(simulator.url, changes), { uri, method: 'GET' });

describe('the credential in the HTTP Request node', () => {
	it.each<[string, Record<string, string>]>([
		['password', {}],
		[
			'access key',
			{
				authentication: 'accessKey',
				accessKeyId: 'SIMULATORAKEY0000001',
				secretAccessKey: 'SimulatorSecretKeyDoNotUse0000000000001',
			},
		],
	])('calls any service, with the project put in (%s)', async (_name, changes) => {
		const run = await request(
			`${simulator.url}/rds/v3/{project_id}/instances?limit=2&offset=0`,
			changes,
		);
		expect(run.error).toBeUndefined();
		expect(run.items('HTTP Request')[0].json.instances).toHaveLength(2);
	});

	it('sends a request that fails for another reason once, and logs in once', async () => {
		const run = await request(`${simulator.url}/rds/v3/{project_id}/nothing-here`);
		expect(run.status).toBe('error');
		expect(simulator.journal.count('createToken')).toBe(1);
		expect(
			simulator.journal.entries.filter(({ path }) => path.includes('nothing-here')),
		).toHaveLength(1);
	});

	it('gives the token to no other host', async () => {
		const foreign = await startSimulator({ port: 0 });
		try {
			const run = await request(`${foreign.url}/rds/v3/{project_id}/instances`);
			expect(run.error?.message).toContain(
				`URL: ${new URL(foreign.url).host} is not a host of this credential`,
			);
			expect(foreign.journal.entries).toEqual([]);
		} finally {
			await foreign.close();
		}
	});
});
