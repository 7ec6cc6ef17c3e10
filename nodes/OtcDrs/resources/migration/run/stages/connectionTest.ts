import { testConnection } from '../../../connection/testConnection';
import { changeAll } from '../changeAll';
import { onTheWay, type Stage } from '../migration';

const STAGE = 'connectionTest';

/** Lets every task connect to its source, then to its target. */
export const connectionTest: Stage = {
	name: STAGE,
	concerns: ({ status }) => status === 'CONFIGURATION',
	async run(context, migrations) {
		for (const side of ['source', 'target'] as const) {
			const tested = onTheWay(migrations);
			await changeAll(
				context,
				STAGE,
				tested,
				testConnection.change,
				({ plan }) => plan.connectionTests[side],
			);
			for (const { failure } of tested) {
				if (failure) failure.message = `${failure.message} (${side} database)`;
			}
		}
	},
};
