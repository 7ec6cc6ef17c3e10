import type { IDataObject } from 'n8n-workflow';
import { TEST_CLUSTER, TEST_CONNECTION } from '../../../../../shared/drs/changes/connection';
import { changeOrDrop } from '../changeMigrations';
import { asSide, type ConnectionTests } from '../mongo';
import { changing, type Migration, type Part, type Stage } from '../migration';

const STAGE = 'connectionTest';

/** @returns the test of one side; for a subtask that replicates the other way, of the other database */
function testOf(
	tests: ConnectionTests,
	side: 'source' | 'target',
	{ isReversed }: Part,
): IDataObject {
	if (!isReversed) return tests[side];
	return side === 'source' ? asSide(tests.target, 'so') : asSide(tests.source, 'ta');
}

/** Tests the connection of every task to its source, then to its target. */
export const connectionTest: Stage = {
	name: STAGE,
	concerns: ({ status }) => status === 'CONFIGURATION',
	requests({ isCluster }) {
		const test = changing((isCluster ? TEST_CLUSTER : TEST_CONNECTION).path);
		return [test, test];
	},
	async run(context, migrations) {
		let tested: readonly Migration[] = migrations;
		for (const side of ['source', 'target'] as const) {
			const connected: Migration[] = [];
			for (const change of [TEST_CONNECTION, TEST_CLUSTER]) {
				const concerned = tested.filter(({ plan }) => plan.isCluster === (change === TEST_CLUSTER));
				connected.push(
					...(await changeOrDrop(context, STAGE, concerned, change, ({ plan }, part) =>
						testOf(plan.connectionTests, side, part),
					)),
				);
			}
			for (const { failure } of tested) {
				if (failure) failure.message = `${failure.message} (${side} database)`;
			}
			tested = connected;
		}
	},
};
