import fc from 'fast-check';
import { DateTime } from 'luxon';
import { row, START, choose, SETTINGS } from '../workflow/support/waves.mts';

interface Database {
	wave: number;
	host: number;
	needs: number[];
	fails: boolean;
	minutes: number;
}

const DATABASES = fc.array(
	fc.record({
		wave: fc.integer({ min: 1, max: 4 }),
		host: fc.integer({ min: 0, max: 4 }),
		needs: fc.array(fc.nat(), { maxLength: 2 }),
		fails: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
		minutes: fc.integer({ min: 1, max: 40 }),
	}),
	{ minLength: 1, maxLength: 40 },
);

const ACTIVE = ['starting', 'started'];

it('keeps order and limits in any fleet, and comes to an end', () => {
	const run = (databases: Database[], share: number): void => {
		const rows = databases.map(({ wave, host, needs }, index) =>
			row(`db-${index}`, {
				wave,
				sourceHost: `host-${host}`,
				dependsOn: needs.map((need) => `db-${need % databases.length}`).join(', '),
			}),
		);
		const began = new Map<string, DateTime>();
		for (let tick = 0; ; tick++) {
			expect(tick).toBeLessThan(400);
			const now = START.plus({ minutes: 5 * tick });
			for (const [index, one] of rows.entries()) {
				const since = began.get(one.name);
				if (!since || now < since.plus({ minutes: databases[index].minutes })) continue;
				one.state = databases[index].fails ? 'failed' : 'replicating';
			}
			const failedShare = (wave: number) => {
				const members = rows.filter((one) => one.wave === wave);
				return members.filter(({ state }) => state === 'failed').length / members.length;
			};
			const { start } = choose(rows, now, { maxFailedShare: share });
			for (const name of start) {
				const one = rows.find((other) => other.name === name)!;
				for (const need of one.dependsOn.split(', ').filter(Boolean))
					expect(rows.find((other) => other.name === need)!.state).toBe('replicating');
				for (let wave = 1; wave <= one.wave; wave++) expect(failedShare(wave) > share).toBe(false);
				const before = rows.filter(({ wave }) => wave < one.wave);
				expect(before.filter(({ state }) => ACTIVE.includes(state ?? ''))).toEqual([]);
				began.set(name, now);
				one.state = 'started';
			}
			for (const { sourceHost } of rows) {
				const busy = rows.filter(
					(one) => one.sourceHost === sourceHost && ACTIVE.includes(one.state ?? ''),
				);
				expect(busy.length).toBeLessThanOrEqual(SETTINGS.maxPerHost);
			}
			if (rows.every(({ state }) => !ACTIVE.includes(state ?? ''))) break;
		}
		const halted = choose(rows, START, { maxFailedShare: share }).told.some((text) =>
			text.startsWith('Nothing is started'),
		);
		if (!halted) {
			const states = new Map(rows.map(({ name, state }) => [name, state]));
			for (const { state, dependsOn } of rows.filter((one) => one.state === null))
				expect([
					state,
					dependsOn.split(', ').every((name) => states.get(name) === 'replicating'),
				]).toEqual([null, false]);
		}
	};
	fc.assert(fc.property(DATABASES, fc.constantFrom(0, 0.1, 0.5, 1), run), { numRuns: 200 });
});
