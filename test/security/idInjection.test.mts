import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { authenticateRequest } from '../../credentials/iam/request.ts';
import { readSettings } from '../../credentials/iam/settings.ts';
import { FORM } from '../../nodes/OtcDrs/form.ts';
import { startRun } from '../../nodes/OtcDrs/operations/operationRun.ts';
import { findOperation } from '../../nodes/OtcDrs/resources/index.ts';
import { LANDINGS } from '../../contract/fields/index.mts';
import { fakeContext } from '../support/fakeContext.mts';
import { otcCredential } from '../support/otc.mts';

const ID = 'e11eaf8f-71ef-4fad-8890-aed7572ajb11';

const HOSTILE_IDS = [
	`${ID}\r\nX-Evil: 1`,
	'../../../v3/projects',
	'..',
	'.',
	`${ID}/../other`,
	`${ID}?x=1`,
	`${ID}#x`,
	`${ID}%2f..%2fother`,
	'..%2f..%2f',
	'%2e%2e',
	'a\\..\\b',
	'@evil.example',
	'//evil.example',
	'{project_id}',
	'\u0000',
	'\u202e',
];

/** Every text of an object replaced, where it is the ID of a resource locator. */
const withIds = (value: unknown, id: string): unknown => {
	if (Array.isArray(value)) return value.map((entry) => withIds(entry, id));
	if (typeof value !== 'object' || value === null) return value;
	if ('__rl' in value) return { ...value, mode: 'id', value: id };
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withIds(entry, id)]));
};

async function urlsWith(one: (typeof LANDINGS)[number], id: string): Promise<string[]> {
	const fake = fakeContext({
		parameters: {
			resource: one.resource,
			operation: one.operation,
			...(withIds(one.base, id) as INodeParameters),
			options: { ...(one.base.options as IDataObject | undefined), maxAttempts: 1 },
		},
		items: [{}],
		continueOnFail: true,
		answer: () => ({ statusCode: 400, body: {} }),
	});
	await findOperation(one.resource, one.operation)!.execute(await startRun(fake.context, FORM));
	return fake.sent.map(({ url }) => url);
}

describe('IDs', () => {
	it.each(LANDINGS.map((one) => [`${one.resource}.${one.operation}`, one] as const))(
		'never change the address that %s calls',
		async (_name, one) => {
			const allowed = new Set(await urlsWith(one, ID));
			for (const id of HOSTILE_IDS) {
				for (const url of await urlsWith(one, id)) expect(allowed).toContain(url);
			}
		},
	);

	it('are seen by this test where they stand in an address', async () => {
		const urls = await Promise.all(LANDINGS.map(async (one) => await urlsWith(one, ID)));
		expect(urls.flat().filter((url) => url.includes(ID)).length).toBeGreaterThan(2);
	});

	it.each(['a&x=1', 'a#x', 'a\r\nX-Evil: 1', '/../%2f', '?x=1', "'()*!"])(
		'and other texts stay texts in a query: %j',
		(text) => {
			const settings = readSettings(otcCredential('http://127.0.0.1:1'));
			const session = { token: 't', projectId: 'p', expiresAt: Infinity, fingerprint: '' };
			const request = { url: 'otc://vpc/v1/p/vpcs?limit=1', qs: { marker: text } };
			const url = new URL(authenticateRequest(settings, session, request, 0).url);
			expect([...url.searchParams]).toEqual([
				['limit', '1'],
				['marker', text],
			]);
			expect([url.pathname, url.hash]).toEqual(['/vpc/v1/p/vpcs', '']);
		},
	);
});
