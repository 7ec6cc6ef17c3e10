import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { DELETE } from '../../../shared/drs/changes/lifeCycle';
import { success, type Outcome } from '../../../shared/failures/failure';
import { readMinutes } from '../../../shared/fields/minutes';
import { readSendingOptions } from '../../../shared/n8n/options';
import type { ParameterReader } from '../../../shared/n8n/ParameterReader';
import { forRegistry } from '../../../shared/n8n/parking/work';
import { readEach } from '../../../shared/n8n/readEach';
import { readRunCredentials } from '../../fields/endpoint/read';
import { changeOperation, readEntries } from '../../operations/change';
import type { Operation } from '../../operations/operation';
import type { OperationRun } from '../../operations/operationRun';
import { doInTurns } from '../../operations/parking';
import { beginDeletion, deleteWork, type Deletion, type DeletePlan } from './delete/work';

const STOP_TIMEOUT = 'Stop Timeout (Minutes)';

/** @returns how long the tasks of an item may take to stop; null when they are not to be stopped */
const readStop = (reader: ParameterReader, item: number): Outcome<number | null> =>
	reader.get('stopFirst', item, false)
		? readMinutes(STOP_TIMEOUT, reader.get('stopTimeout', item, 15))
		: success(null);

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
				displayName: STOP_TIMEOUT,
				name: 'stopTimeout',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 15,
				description: 'Time limit for stopping a task',
				displayOptions: { show: { stopFirst: [true] } },
			},
		],
	},
	DELETE,
	() => success({ delete_type: 'delete' }),
);

/** Reads what all items ask for. */
async function readPlan(run: OperationRun): Promise<DeletePlan> {
	const { context, reader } = run;
	const credentials = await readRunCredentials(run);
	const readings = readEach(context, (item): Outcome<Deletion[]> => {
		const entries = readEntries(reader, item, DELETE, plain.readBody, credentials);
		if (!entries.ok) return entries;
		const minutes = readStop(reader, item);
		if (!minutes.ok) return minutes;
		return success(
			entries.value.map(({ id, body }) => ({ item, id, body, minutes: minutes.value })),
		);
	});
	const lead = Math.max(
		0,
		readings.findIndex(({ ok }) => ok),
	);
	return {
		...readSendingOptions(reader.get<IDataObject>('options', lead, {}), 'change'),
		deletions: readings.flatMap((reading) => (reading.ok ? reading.value : [])),
		rejected: readings.flatMap((reading, item) =>
			reading.ok ? [] : [{ item, failure: reading.failure }],
		),
	};
}

async function execute(run: OperationRun): Promise<INodeExecutionData[]> {
	const plan = await readPlan(run);
	const isPlain =
		plan.rejected.length === 0 && plan.deletions.every(({ minutes }) => minutes === null);
	if (isPlain) return await plain.execute(run);
	return await doInTurns(run, deleteWork, plan, beginDeletion(plan, Date.now()));
}

/** Task → Delete, also of tasks that have to be stopped first. */
export const deleteTask: Operation = {
	...plain,
	taskStatuses: undefined,
	work: forRegistry(deleteWork),
	execute,
};
