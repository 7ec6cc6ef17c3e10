import { TEST_CONNECTION } from '../../../../../shared/drs/changes/connection';
import { changeOrDrop } from '../changeMigrations';
import { changing, type Migration, type Stage } from '../migration';

const STAGE = 'connectionTest';

/** Lets every task connect to its source, then to its target. */
export const connectionTest: Stage = {
	name: STAGE,
	concerns: ({ status }) => status === 'CONFIGURATION',
	requests: () => [changing(TEST_CONNECTION.path), changing(TEST_CONNECTION.path)],
	async run(context, migrations) {
		let tested: readonly Migration[] = migrations;
		for (const side of ['source', 'target'] as const) {
			const connected = await changeOrDrop(
				context,
				STAGE,
				tested,
				TEST_CONNECTION,
				({ plan }) => plan.connectionTests[side],
			);
			for (const { failure } of tested) {
				if (failure) failure.message = `${failure.message} (${side} database)`;
			}
			tested = connected;
		}
	},
};
