import type { Demo } from '../../../demo/lib/startDemo.mts';
import { accounts } from '../../../simulator/accounts.mts';
import {
	sendFromHttpRequestNodes,
	sendWithoutCredential,
	testCredential,
} from './redirectTrial.mts';
import {
	redirectingEndpoints,
	startRedirectTrial,
	type RedirectTrial,
} from './redirectingHost.mts';

const PATIENCE = 15 * 60_000;

const ACCESS_KEY = {
	advanced: true,
	authentication: 'accessKey',
	accessKeyId: accounts.accessKey.id,
	secretAccessKey: accounts.accessKey.secret,
};

/** The tests of redirects in a running n8n. @param demo gives it, when it has started */
export function describeRedirects(demo: () => Demo): void {
	let trial: RedirectTrial;

	beforeEach(async () => {
		trial = await startRedirectTrial();
	});

	afterEach(async () => {
		await trial.close();
	});

	it.each([
		['token', {}, 'x-auth-token'],
		['signature', ACCESS_KEY, 'authorization'],
	] as const)(
		'the HTTP Request node takes the %s to no other host, port or scheme, and to no proxy',
		async (_name, changes, header) => {
			const { nodes, requests } = await sendFromHttpRequestNodes(demo(), trial, changes);
			expect(nodes).toBeGreaterThanOrEqual(360);
			expect(requests).toBeGreaterThanOrEqual((nodes * 2) / 3);
			expect(trial.requests.filter(({ headers }) => headers[header] === undefined)).toEqual([]);
			expect(trial.connections()).toBe(0);
		},
		PATIENCE,
	);

	it(
		'the test of the credential and its login follow none',
		async () => {
			const answers: string[] = [];
			for (const endpoint of redirectingEndpoints(trial)) {
				for (const field of ['iamEndpoint', 'serviceEndpoint']) {
					const { status } = await testCredential(demo(), { [field]: endpoint });
					answers.push(status);
				}
			}
			expect(new Set(answers)).toEqual(new Set(['Error']));
			expect(trial.requests.length).toBeGreaterThanOrEqual(answers.length);
			expect(trial.connections()).toBe(0);
		},
		PATIENCE,
	);

	it(
		'a redirect would be seen: without the credential n8n follows it',
		async () => {
			await sendWithoutCredential(demo(), trial);
			expect(trial.connections()).toBeGreaterThan(0);
		},
		PATIENCE,
	);
}
