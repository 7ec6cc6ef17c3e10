import type { INodeExecutionData } from 'n8n-workflow';
import { DELETE } from '../../../shared/drs/changes/lifeCycle';
import { success, type Outcome } from '../../../shared/failures/failure';
import { MAX_MINUTES } from '../../../shared/fields/minutes';
import {
	divide,
	earlierTries,
	withSettled,
	type EarlierTries,
} from '../../../shared/n8n/earlierTries';
import { sendingOptionsOf } from '../../../shared/n8n/options';
import { forRegistry } from '../../../shared/n8n/parking/work';
import { readEach } from '../../../shared/n8n/readEach';
import { toOutputOf } from '../../../shared/n8n/results';
import { readRunCredentials } from '../../fields/endpoint/read';
import { changeOperation, entriesOf } from '../../operations/change';
import type { Operation } from '../../operations/operation';
import type { OperationRun } from '../../operations/operationRun';
import { doInTurns } from '../../operations/parking';
import { gathered } from '../../operations/perItem';
import { beginDeletion, deleteWork, type Deletion, type DeletePlan } from './delete/work';

const DEFAULT_STOP_MINUTES = 15;

/** The deletion alone (batch-jobs, delete). Only a task that has ended can be deleted. */
const plain = changeOperation(
	{
		resource: 'task',
		option: {
			name: 'Delete',
			value: 'delete',
			action: 'Delete a task permanently (destructive)',
			description:
				'Permanently delete stopped tasks and tasks that failed to be created, without touching the databases (destructive)',
		},
		fields: [
			{
				displayName:
					'Deleting is final: the task and its settings cannot be restored. The databases are not touched.',
				name: 'deleteNotice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Stop First',
				name: 'stopFirst',
				type: 'boolean',
				default: false,
				description:
					'Whether to stop running tasks and wait until they have ended before deleting them. This ends the replication.',
			},
			{
				displayName: 'Stop Timeout (Minutes)',
				name: 'stopTimeout',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: MAX_MINUTES },
				default: DEFAULT_STOP_MINUTES,
				description: 'Time limit for stopping a task',
				displayOptions: { show: { stopFirst: [true] } },
			},
		],
	},
	DELETE,
	() => success({ delete_type: 'delete' }),
);

/** Reads what all items ask for. */
async function readDeletions(
	run: OperationRun,
	tries: EarlierTries,
): Promise<Array<Outcome<Deletion[]>>> {
	const { context, parameters } = run;
	const source = { credentials: await readRunCredentials(run), now: run.now() };
	const read = (item: number) =>
		gathered(parameters, item, (fields): Outcome<Deletion[]> => {
			const entries = entriesOf(fields, DELETE, plain.readBody, source);
			if (!entries.ok) return entries;
			const minutes = fields.flag('stopFirst')
				? (fields.number('stopTimeout') ?? DEFAULT_STOP_MINUTES)
				: null;
			return success(entries.value.map(({ id, body }) => ({ item, id, body, minutes })));
		});
	return readEach(context, (item) => (tries.hasServed(item) ? success([]) : read(item)));
}

async function execute(run: OperationRun): Promise<INodeExecutionData[]> {
	const tries = earlierTries(run.context);
	const readings = await readDeletions(run, tries);
	const { asked, settled } = divide(readings, tries, ({ id }) => id);
	const deletions = asked.map(({ value, sentAt }) => ({ ...value, sentAt }));
	const isPlain = settled.length === 0 && deletions.every(({ minutes }) => minutes === null);
	if (isPlain) return await plain.execute(run);
	const items = [...new Set(deletions.map(({ item }) => item))];
	const options = sendingOptionsOf(run.parameters, 'change', items);
	if (!options.ok) {
		const refused = items.map((item) => ({ item, outcome: options }));
		return toOutputOf(run.context, withSettled(refused, settled));
	}
	const plan: DeletePlan = {
		...options.value,
		deletions,
		settled,
	};
	return await doInTurns(run, deleteWork, plan, beginDeletion(plan, run.now()));
}

/** Task → Delete, also of tasks that have to be stopped first. */
export const deleteTask: Operation = {
	...plain,
	taskStatuses: undefined,
	work: forRegistry(deleteWork),
	execute,
};
