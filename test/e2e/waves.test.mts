import type { Demo } from '../../demo/lib/startDemo.mts';
import { importWithSettings, waitUntil } from './support/exampleWorkflows.mts';
import { startHttpSink, type HttpSink } from './support/httpSink.mts';
import { runByHand } from './support/runByHand.mts';
import { SETUP_MILLISECONDS, startStack, type Stack } from './support/stack.mts';
import {
	failingFleet,
	isToFail,
	namesIn,
	waveFleet,
	WAVES,
	type WaveRow,
} from './support/waveFleet.mts';
import { readWaves, type Beginning } from './support/waveJournal.mts';

/** A task needs a fraction of a second; what takes time is n8n. */
const SPEED = 1_000;
const PATIENCE = 240_000;
const DATABASES = 200;
const PER_HOST = 2;
const FAILED_SHARE = 0.2;
const TRIGGER = 'Every 5 Minutes';

/** When n8n is killed: from so many tasks on, as soon as this is asked for. */
const KILLS: ReadonlyArray<[tasks: number, operation: string]> = [
	[40, 'createTasks'],
	[110, 'startTasks'],
];

let stack: Stack;
let demo: Demo;
let sink: HttpSink;
let workflowId: string;
let table: string;

beforeAll(async () => {
	sink = await startHttpSink();
	// Only the workflow keeps a task from being created twice. A machine that is busy needs longer than n8n's 30 seconds to
	// start what runs the Code node.
	stack = await startStack(
		{ speed: SPEED, uniqueNames: false },
		{ N8N_RUNNERS_GRANT_TOKEN_TTL: '300' },
	);
	demo = stack.demo;
	const workflow = await importWithSettings(demo.api, 'migrate-in-waves', {
		slackWebhookUrl: sink.url,
		maxPerHost: PER_HOST,
		maxFailedShare: FAILED_SHARE,
		// No two looks overlap here, so what is being started when one begins was interrupted.
		staleMinutes: 0,
	});
	workflowId = workflow.id;
	await look();
	table = await findTable();
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await stack?.close();
	await sink?.close();
}, 60_000);

/** Lets the workflow do what its schedule does every five minutes. */
async function look(): Promise<void> {
	const { status, message } = await runByHand(demo.api, workflowId, TRIGGER, PATIENCE);
	expect([status, message]).toEqual(['success', undefined]);
}

/**
 * Kills n8n in the middle of a look, as soon as it asks for something, and starts it again.
 *
 * @returns whether it was killed; a look may have nothing to ask for
 */
async function killDuring(operation: string): Promise<boolean> {
	const count = () => demo.simulator.journal.count(operation);
	const before = count();
	let state = 'looking';
	const looked = look().then(
		() => (state = 'ended'),
		() => (state = 'cut off'),
	);
	await waitUntil(operation, () => state !== 'looking' || count() > before, PATIENCE, 5);
	if (state === 'ended') return false;
	expect(count()).toBeGreaterThan(before);
	await demo.killN8n();
	expect(await looked).toBe('cut off');
	await demo.restartN8n();
	expect((await readStates()).map(([, state]) => state)).toContain('starting');
	return true;
}

/** @returns the address of the table that the workflow has created. */
async function findTable(): Promise<string> {
	const { id } = await demo.api.call<{ id: string }>('GET', '/rest/projects/personal');
	const tables = `/rest/projects/${id}/data-tables`;
	const { data } = await demo.api.call<{ data: Array<{ id: string; name: string }> }>(
		'GET',
		tables,
	);
	return `${tables}/${data.find(({ name }) => name === 'otc_drs_waves')!.id}`;
}

const fill = async (fleet: readonly WaveRow[]): Promise<void> => {
	await demo.api.call('POST', `${table}/insert`, { data: fleet, returnType: 'count' });
};

/** @returns what the table says of each database. */
async function readStates(): Promise<Array<[name: string, state: string | null]>> {
	const states: Array<[string, string | null]> = [];
	for (;;) {
		const { data, count } = await demo.api.call<{
			data: Array<{ name: string; state: string | null }>;
			count: number;
		}>('GET', `${table}/rows?take=100&skip=${states.length}`);
		states.push(...data.map(({ name, state }): [string, string | null] => [name, state]));
		if (states.length >= count) return states;
	}
}

const tasks = () => demo.simulator.tasks.all().map(({ name }) => name);
const texts = () => sink.bodies.map(({ text }) => String(text));
const told = (start: string): string[] => texts().filter((text) => text.startsWith(start));

describe('Migrate in Waves', () => {
	const fleet = waveFleet(DATABASES);
	const rowOf = new Map(fleet.map((row) => [row.name, row]));

	it(
		`works through ${DATABASES} databases in ${WAVES} waves, although n8n is killed twice`,
		async () => {
			await fill(fleet);
			const kills = [...KILLS];
			for (let looks = 0; told(`Wave ${WAVES} is complete`).length === 0; looks += 1) {
				expect(looks).toBeLessThan(60);
				const [tasksBefore, operation] = kills[0] ?? [];
				if (operation === undefined || tasks().length < tasksBefore!) await look();
				else if (await killDuring(operation)) kills.shift();
			}
			expect(kills).toEqual([]);
			expect(told('Wave')).toHaveLength(WAVES);
			expect(told('Nothing is started any more')).toEqual([]);
			expect(new Set(texts()).size).toBe(texts().length);
		},
		3 * PATIENCE,
	);

	it('creates one task for each database whose dependencies replicate, and notes how it went', async () => {
		const { states } = readWaves(demo.simulator.journal.entries);
		const expected = new Map<string, string>();
		for (const row of fleet)
			if (namesIn(row).every((name) => expected.get(name) === 'replicating'))
				expected.set(row.name, isToFail(row.name) ? 'failed' : 'replicating');
		expect([...states].sort()).toEqual([...expected].sort());
		expect(tasks().sort()).toEqual([...expected.keys()].sort());
		expect((await readStates()).sort()).toEqual(
			fleet.map(({ name }) => [name, expected.get(name) ?? null]).sort(),
		);
		const failures = [...expected.values()].filter((state) => state === 'failed').length;
		expect(failures / DATABASES).toBeCloseTo(0.1, 1);
	});

	it('keeps the order of waves and dependencies', () => {
		const { beginnings, states } = readWaves(demo.simulator.journal.entries);
		for (const { name, before } of beginnings.filter(({ isNew }) => isNew)) {
			const row = rowOf.get(name)!;
			expect([name, namesIn(row).filter((other) => before.get(other) !== 'replicating')]).toEqual([
				name,
				[],
			]);
			const open = fleet.filter(
				(other) => other.wave < row.wave && before.get(other.name) !== states.get(other.name),
			);
			expect([name, open.map((other) => other.name)]).toEqual([name, []]);
		}
	});

	it(`never has more than ${PER_HOST} tasks of a source host that do not replicate yet`, () => {
		const { beginnings } = readWaves(demo.simulator.journal.entries);
		const hostOf = (name: string) => rowOf.get(name)!.sourceHost;
		const busyWith = ({ name, before }: Beginning): number =>
			1 +
			[...before].filter(
				([other, state]) => other !== name && state === 'busy' && hostOf(other) === hostOf(name),
			).length;
		expect(Math.max(...beginnings.map(busyWith))).toBe(PER_HOST);
	});

	it(
		'starts nothing any more when more than the given share of a wave failed',
		async () => {
			const halting = failingFleet(WAVES + 1);
			await fill(halting);
			sink.bodies.length = 0;
			for (let looks = 0; looks < 4; looks += 1) await look();
			const created = tasks().filter((name) => !rowOf.has(name));
			expect(created.sort()).toEqual(halting.slice(0, 4).map(({ name }) => name));
			const failed = halting.slice(0, 3).map(({ name }) => name);
			expect(texts().sort()).toEqual([
				...failed.map((name) =>
					expect.stringMatching(`^Failed: ${name} \\(wave ${WAVES + 1}\\): .{20}`),
				),
				`Nothing is started any more: in wave ${WAVES + 1}, 3 of 10 databases failed: ${failed.join(', ')}.`,
			]);
		},
		PATIENCE,
	);
});
