import { forgetSessions } from '../../support/sessions.mts';
import { useCloud } from '../../support/cloud.mts';
import { CREATE, otcEngine, runNode } from '../../support/otc.mts';

/** A query of one task. */
export const STATUS = {
	resource: 'task',
	operation: 'getStatus',
	jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
	options: { maxAttempts: 1 },
};

/** A cloud with two tasks for each test, and queries that need a login. */
export function useQueries() {
	const { simulator } = useCloud();

	const ids: string[] = [];

	const logins = () => simulator.journal.count('createToken');

	beforeEach(async () => {
		const run = await runNode(otcEngine(simulator.url), CREATE, [
			{ name: 'shop-1' },
			{ name: 'shop-2' },
		]);
		ids.splice(0, ids.length, ...run.items('Note').map(({ json }) => String(json.id)));
		forgetSessions();
		simulator.journal.clear();
	});

	const query = async (engine = otcEngine(simulator.url)) =>
		await runNode(engine, STATUS, [{ id: ids[0] }]);

	return { simulator, ids, logins, query };
}
