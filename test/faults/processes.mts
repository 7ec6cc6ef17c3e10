import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type * as Credentials from '../../credentials/OtcApi.credentials.ts';
import type { StoredCredential } from '../support/memoryCredentials.mts';
import type { Engine } from '../support/n8nEngine.mts';
import type * as Otc from '../support/otc.mts';

/** What all processes of an n8n share. */
export interface Database {
	url: string;
	credentials: Map<string, StoredCredential>;
}

/** What a process did: its output, or nothing if it was killed. */
export type Executed = INodeExecutionData[] | undefined;

/** A process of n8n: it has modules of its own, so that it knows nothing but what is in the database. */
interface Process {
	otc: typeof Otc;
	engine: Engine;
	/** Resolves when the process is killed; what it does goes no further then. */
	killed: Promise<undefined>;
}

/**
 * @param database of all processes
 * @param calls after so many it is killed
 */
function startProcess({ url, credentials }: Database, calls = Infinity): Process {
	jest.resetModules();
	const otc = jest.requireActual<typeof Otc>('../support/otc.mts');
	const credential = jest.requireActual<typeof Credentials>(
		'../../credentials/OtcApi.credentials.ts',
	);
	const { prototype } = credential.OtcApi;
	const { authenticate } = prototype;
	let left = calls;
	const killed = new Promise<undefined>((resolve) => {
		prototype.authenticate = async function (...args) {
			if (left-- > 0) return await authenticate.apply(this, args);
			resolve(undefined);
			return await new Promise(() => undefined);
		};
	});
	return { otc, engine: otc.otcEngine(url, {}, {}, credentials), killed };
}

/**
 * Runs a workflow in a new process.
 *
 * @param database of all processes
 * @param parameters of the node
 * @param names of the items
 * @param calls after so many the process is killed
 */
export async function runInProcess(
	database: Database,
	parameters: INodeParameters,
	names: readonly string[],
	calls?: number,
): Promise<Executed> {
	const { otc, engine, killed } = startProcess(database, calls);
	const items = names.map((name) => ({ name }));
	const run = otc.runNode(engine, parameters, items, 'continueRegularOutput');
	return await Promise.race([run.then((result) => result.items('OTC DRS')), killed]);
}
