import { TEST_CONNECTION } from '../../../../../shared/drs/changes/connection';
import { changeOrDrop } from '../changeMigrations';
import type { Migration, Stage } from '../migration';

const STAGE = 'connectionTest';

/** Tests the connection of every task to its source, then to its target. */
export const connectionTest: Stage = {
	name: STAGE,
	concerns: ({ status }) => status === 'CONFIGURATION',
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
