import { useCloud } from '../support/cloud.mts';
import { runTemplate } from '../support/templates.mts';
import { row, choose, START, nodeCalled, connections } from './support/waves.mts';

describe('what Migrate in Waves starts', () => {
	it('the first wave, and the next one only when each database of it has come to an end', () => {
		const second = row('c', { wave: 2 });
		expect(choose([row('a'), row('b'), second])).toEqual({ start: ['a', 'b'], told: [] });
		const [a, b] = [row('a', { state: 'replicating' }), row('b', { state: 'started' })];
		expect(choose([a, b, second]).start).toEqual([]);
		const complete = choose([a, row('b', { state: 'replicating' }), second]);
		expect(complete.start).toEqual(['c']);
		expect(complete.told).toEqual([
			'Wave 1 is complete: 2 databases replicate. Failed: none. Cannot start: none.',
		]);
	});

	it('waits for what a database depends on, and says which can never start', () => {
		const [a, b] = [row('a', { state: 'replicating' }), row('b', { state: 'failed' })];
		const rows = [
			a,
			b,
			row('later', { wave: 2, state: null }),
			row('of-a', { dependsOn: 'a' }),
			row('of-both', { dependsOn: 'a, b' }),
			row('of-that', { dependsOn: 'of-both' }),
			row('of-nothing', { dependsOn: 'x' }),
			row('of-later', { dependsOn: 'later' }),
			row('ring-1', { dependsOn: 'ring-2' }),
			row('ring-2', { dependsOn: 'ring-1' }),
			row('odd-window', { window: 'at night' }),
		];
		expect(choose(rows).start).toEqual(['of-a']);
		rows[3].state = 'replicating';
		const { start, told } = choose(rows);
		expect(start).toEqual(['later']);
		expect(told[0]).toBe(
			'Wave 1 is complete: 2 databases replicate. Failed: b. Cannot start: of-both, of-that, of-nothing, of-later, ring-1, ring-2, odd-window.',
		);
	});

	it('only in the window, which may have an offset of its own', () => {
		const rows = [
			row('local', { window: '2026-03-01T01:00/2026-03-01T05:00' }),
			row('zoned', { window: '2026-03-01T00:00-05:00/2026-03-01T01:00-05:00' }),
		];
		expect(choose(rows).start).toEqual([]);
		expect(choose(rows, START.plus({ hours: 2 })).start).toEqual(['local']);
		expect(choose(rows, START.plus({ hours: 5, minutes: 30 })).start).toEqual(['zoned']);
	});

	it('again what was interrupted, but not what is still being started', () => {
		const rows = [row('a', { state: 'starting', attempts: 1 })];
		expect(choose(rows, START.plus({ minutes: 59 })).start).toEqual([]);
		expect(choose(rows, START.plus({ minutes: 61 })).start).toEqual(['a']);
	});

	it('at once what says that it was interrupted, which still counts for its host', () => {
		const rows = ['a', 'b', 'c'].map((name) => row(name, { sourceHost: 'one' }));
		Object.assign(rows[2], { state: 'interrupted', attempts: 1 });
		expect(choose(rows).start).toEqual(['a', 'c']);
	});

	it('again only in the window', () => {
		const window = '2026-03-01T00:00Z/2026-03-01T02:00Z';
		const rows = [row('a', { state: 'starting', attempts: 1, window })];
		expect(choose(rows, START.plus({ minutes: 61 })).start).toEqual(['a']);
		const late = choose(rows, START.plus({ minutes: 121 }));
		expect(late.start).toEqual([]);
		expect(late.told).toEqual(['Wave 1 waits: the window of a is over. Enter a later one.']);
	});

	it('nothing whose window is over, and says so', () => {
		const rows = [row('a', { window: '2026-02-01T00:00Z/2026-02-01T02:00Z' }), row('b')];
		const { start, told } = choose(rows);
		expect(start).toEqual(['b']);
		expect(told).toEqual(['Wave 1 waits: the window of a is over. Enter a later one.']);
	});

	it('nothing any more when more than the share of a wave failed', () => {
		const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => row(name));
		rows[0].state = 'failed';
		rows[1].state = 'failed';
		expect(choose(rows).start).toHaveLength(6);
		rows[2].state = 'failed';
		expect(choose(rows)).toEqual({
			start: [],
			told: ['Nothing is started any more: in wave 1, 3 of 8 databases failed: a, b, c.'],
		});
	});
});

describe('a database whose run comes out with an error', () => {
	const { simulator } = useCloud();

	it('has failed, and people are told', async () => {
		const database = row('a b', { state: 'starting', attempts: 1 });
		const { status, items } = await runTemplate(
			simulator.url,
			'migrate-in-waves',
			'Every 5 Minutes',
			{
				pinData: {
					'Every 5 Minutes': [{ json: {} }],
					'All Databases': [{ json: { ...database, state: null } }],
					Claim: [{ json: { ...database } }],
				},
			},
		);
		expect(status).toBe('success');
		expect(items('Note Failure')[0].json.state).toBe('failed');
		expect(items('Message')).toHaveLength(1);
	});

	it('has not failed when n8n interrupted the run, and nobody is told', () => {
		const { columns } = nodeCalled('Note Failure').parameters as {
			columns: { value: Record<string, string> };
		};
		const [, expression] = /^={{(.*)}}$/.exec(columns.value.state)!;
		const stateAfter = new Function('$json', `return ${expression}`) as (json: object) => string;
		expect(stateAfter({ error: { outcome: 'interrupted', message: 'x' } })).toBe('interrupted');
		expect(stateAfter({ error: { message: 'x' } })).toBe('failed');
		expect(stateAfter({ error: 'x' })).toBe('failed');
		expect(connections['Note Failure'].main[0]!.map(({ node }) => node)).toEqual(['Failed?']);
	});
});

it.each(['Note Start', 'Note Failure'])(
	'%s leaves a row alone that was claimed again in the meantime',
	(name) => {
		const { conditions } = nodeCalled(name).parameters.filters as {
			conditions: Array<Record<string, string>>;
		};
		const [id, attempts] = ['id', 'attempts'].map((keyName) => ({
			keyName,
			condition: 'eq',
			keyValue: `={{ $('Claim').item.json.${keyName} }}`,
		}));
		expect(conditions).toEqual([id, attempts]);
		expect(nodeCalled(name).parameters.matchType).toBe('allConditions');
	},
);
