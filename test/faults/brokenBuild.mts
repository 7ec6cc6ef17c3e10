import type { BrokenBuild } from './builds.mts';
import { runCase } from './campaign.mts';
import type * as Campaign from './campaign.mts';
import { ZEROS } from './figures.mts';
import { expectSound } from './sound.mts';

const run = async (
	{ runCase: runOne }: Pick<typeof Campaign, 'runCase'>,
	{ work, under }: Pick<BrokenBuild, 'work' | 'under'>,
) => await runOne(work, under, work === 'create' ? 400 : 60, 7);

/**
 * Tests that the campaign notices what is wrong with broken builds, and that it finds nothing wrong without these mistakes.
 *
 * @param builds each with its mistake
 */
export function testBuilds(builds: readonly BrokenBuild[]): void {
	describe('the campaign notices that', () => {
		afterEach(() => {
			jest.resetModules();
		});

		it.each(builds.map((build) => [build.name, build] as const))('%s', async (_name, build) => {
			const { module, mistake, figure } = build;
			jest.resetModules();
			jest.doMock(module, () => mistake(jest.requireActual(module)));
			try {
				const figures = await run(jest.requireActual<typeof Campaign>('./campaign.mts'), build);
				const allowed = {
					failed: figures.allowedFailures,
					logins: figures.allowedLogins,
					executions: figures.allowedExecutions,
				};
				expect(figures[figure]).toBeGreaterThan({ ...ZEROS, ...allowed }[figure]);
			} finally {
				jest.dontMock(module);
			}
		});
	});

	describe('without these mistakes', () => {
		const cases = new Map(
			builds.map(({ work, under }) => [`${work}, ${under.name}`, { work, under }]),
		);

		it.each([...cases])('%s shows zeros', async (_name, one) => {
			const figures = await run({ runCase }, one);
			expectSound(figures);
		});
	});
}
