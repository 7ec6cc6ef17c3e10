import type { INodeParameters } from 'n8n-workflow';
import { pass } from '../support/clock.mts';
import { otcEngine, runNode, storedCredentials } from '../support/otc.mts';
import { ROUNDS, type Case } from './cases.mts';
import { judge, type CampaignRecord, type Claims } from './claims.mts';
import { runInProcess } from './processes.mts';

/** The parameters of the node, and what is changed in its credential. */
export interface Workflow {
	parameters: INodeParameters;
	credential: Parameters<typeof otcEngine>[1];
}

/** What the executions of a case claim, one after the other, and how many there were. */
export interface Executions {
	claims: Claims[];
	count: number;
}

/** In one execution; after an outage, what failed is sent again with all the others. */
async function oneByOne(
	{ parameters, credential }: Workflow,
	{ outage }: Case,
	record: CampaignRecord,
): Promise<Executions> {
	const engine = otcEngine(record.simulator.url, credential);
	const items = record.names.map((name) => ({ name }));
	const claims: Claims[] = [];
	do {
		if (claims.length > 0) pass(outage?.forMs ?? 0);
		const result = await runNode(engine, parameters, items, 'continueRegularOutput');
		claims.push(judge(record, result.items('OTC DRS')));
	} while (outage !== undefined && claims[claims.length - 1].failed > 0 && claims.length < 3);
	return { claims, count: claims.length };
}

/** Each execution in a process that is killed; the last one ends. */
async function killedAndRunAgain(
	{ parameters, credential }: Workflow,
	{ kills = [] }: Case,
	record: CampaignRecord,
): Promise<Executions> {
	const { url } = record.simulator;
	const database = { url, credentials: storedCredentials(url, credential) };
	for (const [index, calls] of [...kills, Infinity].entries()) {
		const output = await runInProcess(database, parameters, record.names, calls);
		if (output) return { claims: [judge(record, output)], count: index + 1 };
	}
	return { claims: [], count: kills.length + 1 };
}

/** In several processes at the same time, each with items of its own; then in new ones, with other items. */
async function inProcesses(
	{ parameters, credential }: Workflow,
	{ processes = 1 }: Case,
	record: CampaignRecord,
): Promise<Executions> {
	const { url } = record.simulator;
	const database = { url, credentials: storedCredentials(url, credential) };
	const parts = Array.from({ length: processes * ROUNDS }, (_, part) =>
		record.names.filter((_name, index) => index % (processes * ROUNDS) === part),
	);
	const claims: Claims[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const running = parts.slice(round * processes, (round + 1) * processes);
		await Promise.all(
			running.map(async (names) => {
				const output = await runInProcess(database, parameters, names);
				claims.push(judge({ ...record, names }, output ?? []));
			}),
		);
	}
	const total = (of: 'succeeded' | 'failed'): number =>
		claims.reduce((sum, claim) => sum + claim[of], 0);
	const last = {
		...claims[claims.length - 1],
		succeeded: total('succeeded'),
		failed: total('failed'),
	};
	return { claims: [...claims.slice(0, -1), last], count: claims.length };
}

/** Runs a workflow for all items of a case, as often as the case says. */
export async function execute(
	workflow: Workflow,
	one: Case,
	record: CampaignRecord,
): Promise<Executions> {
	if (one.kills !== undefined) return await killedAndRunAgain(workflow, one, record);
	if (one.processes !== undefined) return await inProcesses(workflow, one, record);
	return await oneByOne(workflow, one, record);
}
