import { N8nApi } from '../../demo/lib/n8nApi.mts';
import { LOGIN } from '../../demo/lib/owner.mts';
import { type Answer, type Call, type FakeN8n, startFakeN8n } from './fakeN8n.mts';

/** A stand-in for n8n, which is closed after the test. */
export function useFakeN8n() {
	let n8n: FakeN8n | undefined;

	/** Starts a stand-in for n8n, which is closed after the test. */
	const start = async (answer: (call: Call) => Answer | undefined): Promise<FakeN8n> =>
		(n8n = await startFakeN8n(answer));

	/** Starts one that knows its owner, and logs in. */
	async function connect(answer: (call: Call) => Answer | undefined): Promise<N8nApi> {
		const { url } = await start((call) =>
			call.path === '/rest/login' ? { data: {} } : answer(call),
		);
		return await N8nApi.logIn(url, LOGIN);
	}

	const received = (): Call[] => n8n?.calls ?? [];

	/** The calls but the logins. */
	const sent = (): Call[] => received().filter(({ path }) => path !== '/rest/login');

	afterEach(async () => {
		await n8n?.close();
		n8n = undefined;
	});

	return { start, connect, received, sent };
}
