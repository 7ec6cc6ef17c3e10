import type { INodeParameters } from 'n8n-workflow';
import { accounts } from '../../simulator/accounts.mts';
import { startSimulator } from '../../simulator/index.mts';
import { CREATE, otcEngine, runNode } from '../support/otc.mts';
import { forgetSessions } from '../support/sessions.mts';
import type { Case } from './cases.mts';
import { figuresOf, type Figures, type Work } from './figures.mts';
import { plantStrangers } from './strangers.mts';

const OPTIONS = { maxRetryWait: 0, maxAttempts: 10, concurrency: 4 };

const RUN: INodeParameters = {
	...CREATE,
	resource: 'migration',
	operation: 'run',
	sourceDatabase: { ip: '10.0.0.5', dbPort: 3306 },
	targetDatabase: { ip: '10.0.1.5', dbPort: 3306 },
	options: { ...OPTIONS, waitFor: 'replicating' },
};

const { id: accessKeyId, secret: secretAccessKey } = accounts.accessKey;
const SIGNED = { authentication: 'accessKey', accessKeyId, secretAccessKey };

const parametersOf = (work: Work, { strangers }: Case): INodeParameters => {
	if (work === 'run') return RUN;
	const options = strangers === undefined ? OPTIONS : { ...OPTIONS, ifTaskExists: 'return' };
	return { ...CREATE, options };
};

const DELAY_MS = 20;

/**
 * Runs one operation for many items under faults, and compares its output with the simulator's record.
 *
 * @param work creations, or whole runs up to replication
 * @param one the case: what goes wrong
 * @param count how many items
 * @param seed of the simulator: the same seed gives the same faults
 */
export async function runCase(
	work: Work,
	one: Case,
	count: number,
	seed: number,
): Promise<Figures> {
	const { faults, rate, code, skew = 0, signed = false, uniqueNames = false, strangers = 0 } = one;
	forgetSessions();
	const simulator = await startSimulator({
		seed,
		uniqueNames,
		clock: { now: () => Date.now() + skew },
		...(work === 'run' ? { speed: 1_000 } : {}),
	});
	try {
		const names = Array.from({ length: count }, (_, index) => `shop-${index}`);
		const held = names.filter((_, index) => strangers > 0 && index % strangers === 0);
		const others = await plantStrangers(simulator, held, work);
		for (const kind of faults)
			simulator.faults.add({ service: 'drs', kind, rate, code, delayMs: DELAY_MS });
		const result = await runNode(
			otcEngine(simulator.url, signed ? SIGNED : {}),
			parametersOf(work, one),
			names.map((name) => ({ name })),
			'continueRegularOutput',
		);
		const record = { simulator, names, strangers: others };
		return figuresOf(work, one, record, result.items('OTC DRS'));
	} finally {
		await simulator.close();
	}
}
