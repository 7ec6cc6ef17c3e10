import type { INodeParameters } from 'n8n-workflow';
import { accounts } from '../../simulator/accounts.mts';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { RUN } from '../support/migrationRun.mts';
import { CREATE } from '../support/otc.mts';
import { forgetSessions } from '../support/sessions.mts';
import type { Case } from './cases.mts';
import { execute } from './executions.mts';
import { figuresOf, type Figures, type Work } from './figures.mts';
import { plantStrangers } from './strangers.mts';

const OPTIONS = { maxRetryWait: 0, maxAttempts: 10, concurrency: 4 };

const { id: accessKeyId, secret: secretAccessKey } = accounts.accessKey;
const SIGNED = { authentication: 'accessKey', accessKeyId, secretAccessKey };

/** What is sent again, or may belong to somebody else, asks for the task that exists. */
function parametersOf(work: Work, { strangers, outage, kills }: Case): INodeParameters {
	const pauses = outage === undefined ? OPTIONS : { concurrency: 4 };
	if (work === 'run') return { ...RUN, options: { ...pauses, waitFor: 'replicating' } };
	const returnsExisting = [strangers, outage, kills].some((why) => why !== undefined);
	const options = returnsExisting ? { ...pauses, ifTaskExists: 'return' } : pauses;
	return { ...CREATE, options };
}

const DELAY_MS = 20;

function addFaults({ faults }: Simulator, { faults: kinds, rate, code, outage }: Case): void {
	for (const kind of kinds)
		faults.add({ service: 'drs', kind, rate, code, delayMs: DELAY_MS, ...outage });
}

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
	const { skew = 0, signed = false, uniqueNames = false, strangers = 0, listTimes } = one;
	forgetSessions();
	const simulator = await startSimulator({
		seed,
		uniqueNames,
		...(listTimes !== undefined && { forms: { listTimes } }),
		clock: { now: () => Date.now() + skew },
		...(work === 'run' ? { speed: 1_000 } : {}),
	});
	try {
		const names = Array.from({ length: count }, (_, index) => `shop-${index}`);
		const held = names.filter((_, index) => strangers > 0 && index % strangers === 0);
		const others = await plantStrangers(simulator, held, work);
		addFaults(simulator, one);
		const record = { simulator, names, strangers: others };
		const workflow = { parameters: parametersOf(work, one), credential: signed ? SIGNED : {} };
		return figuresOf(work, one, record, await execute(workflow, one, record));
	} finally {
		await simulator.close();
	}
}
