import { testConnection } from '../../../connection/testConnection';
import { changeAll } from '../changeAll';
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
			const connected = await changeAll(
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
