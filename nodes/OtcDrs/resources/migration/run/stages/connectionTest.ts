import { testConnection } from '../../../connection/testConnection';
import { changeOrDrop } from '../changeMigrations';
import type { Migration, Stage } from '../migration';

const STAGE = 'connectionTest';

/** Lets every task connect to its source, then to its target. */
export const connectionTest: Stage = {
	name: STAGE,
	concerns: ({ status }) => status === 'CONFIGURATION',
	async run(context, migrations) {
		let tested: readonly Migration[] = migrations;
		for (const side of ['source', 'target'] as const) {
			const { change } = testConnection;
			const connected = await changeOrDrop(
				context,
				STAGE,
				tested,
				change,
				({ plan }) => plan.connectionTests[side],
			);
			for (const { failure } of tested) {
				if (failure) failure.message = `${failure.message} (${side} database)`;
			}
			tested = connected;
		}
	},
};
