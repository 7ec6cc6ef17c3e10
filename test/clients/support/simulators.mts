import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	startSimulator,
	type Simulator,
	type SimulatorOptions,
} from '../../../simulator/index.mts';
import { scenario } from './scenario.mts';

/** A simulator for one client, with the files that the client reads. */
export interface Stage {
	simulator: Simulator;
	folder: string;
	/** Path of the calls that the client makes. */
	steps: string;
	/** Environment by which openstacksdk finds `clouds.yaml`. */
	clouds: Record<string, string>;
	close(): Promise<void>;
}

const README = new URL('../../../simulator/README.md', `file://${__filename}`);
const PRINTED_ADDRESS = 'http://127.0.0.1:8085';

/** The `clouds.yaml` that the simulator's README shows. */
function printedClouds(): string {
	const found = /```yaml\n(clouds:[\s\S]*?)```/.exec(readFileSync(README, 'utf8'));
	if (!found) throw new Error('The README of the simulator shows no clouds.yaml');
	return found[1];
}

/** Far faster than any client, so that a task has moved on whenever a client looks again. */
const SPEED = 1_000_000;

/**
 * Starts a simulator whose clock moves with every look at it, so that nothing depends on how fast a client is.
 *
 * @param client a name that its tasks begin with
 * @param address what `clouds.yaml` says in place of the simulator's address
 */
export async function startStage(
	client: string,
	options: SimulatorOptions = {},
	address?: string,
): Promise<Stage> {
	let looks = 0;
	const clock = { now: () => Date.now() + ++looks };
	const simulator = await startSimulator({ clock, speed: SPEED, ...options });
	const folder = mkdtempSync(join(tmpdir(), 'otc-drs-clients-'));
	const steps = join(folder, 'steps.json');
	writeFileSync(steps, JSON.stringify(scenario(client)));
	const yaml = printedClouds().replaceAll(PRINTED_ADDRESS, address ?? simulator.url);
	const file = join(folder, 'clouds.yaml');
	writeFileSync(file, yaml);
	return {
		simulator,
		folder,
		steps,
		clouds: { OS_CLIENT_CONFIG_FILE: file, OS_CLOUD: 'otc-simulator' },
		close: async () => {
			await simulator.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
