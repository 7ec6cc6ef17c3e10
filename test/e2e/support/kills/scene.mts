import { putCredential, sampleCredentials } from '../../../../demo/lib/credentials.mts';
import { callWebhook } from '../../../../demo/lib/executions.mts';
import type { N8nApi } from '../../../../demo/lib/n8nApi.mts';
import type { Clock } from '../../../../simulator/clock.mts';
import type { Task } from '../../../../simulator/drs/task.mts';
import type { Simulator } from '../../../../simulator/index.mts';
import { byId } from '../../../support/locators.mts';
import { waitUntil } from '../exampleWorkflows.mts';
import { startHttpSink, type HttpSink } from '../httpSink.mts';
import { OPERATIONS, publishChain } from '../parkingTrial.mts';
import { fasterClock, loaded } from './fasterClock.mts';
import { startGate } from './gate.mts';
import type { Members } from './moments.mts';
import { Witness } from './witness.mts';

/** A minute of n8n and of the simulator takes two seconds. */
const SPEED = 30;

/** So slow that a task is never created before the node is parked. */
const SPEED_OF_TASKS = 0.1;

const PATIENCE = 120_000;
const DAY = 24 * 60 * 60_000;

const PATH = 'killed';

/** Where the transfer runs; later statuses too, because n8n may be down for long by its own clock. */
const TRANSFERRING = ['FULL_TRANSFER_STARTED', 'FULL_TRANSFER_COMPLETE', 'INCRE_TRANSFER_STARTED'];

/** An n8n that is killed. */
export interface RunningN8n {
	api: N8nApi;
	/** Origin of its webhooks. */
	url: string;
	simulator: Simulator;
	/** @param members what of it, in queue mode */
	kill(members?: Members): Promise<void>;
	/** Starts what was killed again. */
	restart(): Promise<void>;
	close(): Promise<void>;
}

/** An n8n with the workflow that is killed, and who sees what it does. */
export interface Scene extends RunningN8n {
	witness: Witness;
	/** Begins an execution. */
	begin(database: string): Promise<void>;
	/** @returns how often it was told that a database is where it was waited for */
	messagesOf(database: string): number;
}

/** What n8n and the simulator are started with. */
export interface Start {
	/** By which the simulator goes. */
	simulator: { clock: Clock; speed: number };
	/** Variables for n8n: its clock is faster, and it tells when a part of an execution has ended. */
	environment: Record<string, string>;
}

function startOf(sink: HttpSink, speed: number): Start {
	const { clock, environment } = fasterClock(speed);
	return {
		simulator: { clock, speed: SPEED_OF_TASKS },
		environment: {
			...environment,
			EXTERNAL_HOOK_FILES: loaded('tellParts.cjs'),
			TEST_HOOK_URL: sink.url,
		},
	};
}

/** Imports and publishes Webhook → Run → Wait → HTTP Request. @param url of who is told */
const publish = async (api: N8nApi, url: string): Promise<unknown> =>
	await publishChain(api, {
		...{ name: 'Killed', path: PATH, url },
		steps: {
			Run: { ...OPERATIONS.run, options: { stageMinutes: 1_000 } },
			Wait: {
				...OPERATIONS.wait,
				jobId: byId('={{ $json.id }}'),
				...{ target: 'statuses', statuses: TRANSFERRING },
			},
		},
		tells: "={{ JSON.stringify({ told: $('Webhook').first().json.body.name, item: $json }) }}",
	});

/** Keeps a task that was started where it is until the workflow waits for it, which so always has to. */
function keep(task: Task, event: string, { clock }: Simulator): void {
	if (event === 'startTasks') task.since = clock.now() + DAY;
	if (event === 'Killed waiting') task.since = Math.min(task.since, clock.now());
}

/**
 * @param start starts n8n and the simulator
 * @param speed of their clock
 */
export async function startScene(
	start: (with_: Start) => Promise<RunningN8n>,
	speed = SPEED,
): Promise<Scene> {
	const tasksOf = (database: string) =>
		n8n.simulator.tasks.all().filter(({ name }) => name === database);
	const witness = new Witness(
		(database) => [database, ...tasksOf(database).map(({ id }) => id)],
		(database, event) => tasksOf(database).forEach((task) => keep(task, event, n8n.simulator)),
	);
	const sink = await startHttpSink(
		async (body) => await witness.saw(String(body.part ?? 'told'), JSON.stringify(body)),
	);
	const n8n = await start(startOf(sink, speed));
	const { api, simulator, url } = n8n;
	/** n8n goes on before it says that it is ready; its requests wait for that, so that the next kill is in time. */
	let ready = Promise.resolve();
	const gate = await startGate(simulator.url, async (event, text) => {
		await ready;
		await witness.saw(event, text);
	});
	await putCredential(api, sampleCredentials(gate.url, simulator.accounts.operator)[0]);
	await publish(api, sink.url);
	return {
		...n8n,
		witness,
		async kill(members) {
			await n8n.kill(members);
			// The workers live.
			if (members === 'main') witness.release();
		},
		async restart() {
			ready = n8n.restart();
			await ready;
		},
		async begin(database) {
			// n8n says that it is ready before it knows its webhooks.
			await waitUntil(
				'the start of an execution',
				async () =>
					(await callWebhook(`${url}/webhook/${PATH}`, { name: database })).status === 200,
				PATIENCE,
			);
		},
		messagesOf: (database) =>
			sink.bodies.filter(({ told, item }) => {
				const { outcome } = (item ?? {}) as { outcome?: unknown };
				return told === database && outcome === 'reached';
			}).length,
		async close() {
			await n8n.close();
			await gate.close();
			await sink.close();
		},
	};
}
