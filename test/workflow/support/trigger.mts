import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { node } from '../../support/canvas.mts';
import { useCloud } from '../../support/cloud.mts';
import { createNamed } from '../../support/otc.mts';

/** All events of the trigger. */
export const ALL = [
	'statusChanged',
	'taskCreated',
	'taskFailed',
	'replicating',
	'fullTransferComplete',
	'taskStopped',
	'delayExceeded',
];

/** @returns the data as JSON holds it */
export const copy = (data: IDataObject): IDataObject =>
	JSON.parse(JSON.stringify(data)) as IDataObject;

/** @returns what the events say, in short */
export const named = (events: IDataObject[]) =>
	events.map(({ event, task, old_status: before, new_status: after }) => [
		event,
		(task as IDataObject).name,
		before,
		after,
	]);

/** A cloud for each test, and a trigger that can be polled in it. */
export function useTrigger() {
	const { simulator, engine } = useCloud();

	/** What n8n has in memory of the workflow, and what its database holds. */
	const memory: { staticData: IDataObject; stored: IDataObject; nodeName: string } = {
		staticData: {},
		stored: {},
		nodeName: '',
	};

	beforeEach(() => {
		Object.assign(memory, { staticData: {}, stored: {}, nodeName: 'OTC DRS Trigger' });
	});

	const createTasks = async (...names: string[]): Promise<string[]> =>
		await createNamed(engine, names, { options: { batchSize: 100 } });

	/** n8n stores what the trigger remembers after the poll of an activation, and when a poll starts an execution. */
	async function poll(
		parameters: INodeParameters = {},
		mode: 'trigger' | 'manual' = 'trigger',
		on = engine,
	): Promise<IDataObject[]> {
		const isActivation = Object.keys(memory.stored).length === 0;
		const trigger = node(memory.nodeName, 'n8n-nodes-otc-drs.otcDrsTrigger', {
			id: 'trigger',
			parameters: { events: ALL, delayThreshold: 60, ...parameters },
			credentials: { otcApi: { id: 'otc', name: 'OTC' } },
		});
		const items = await on.poll(trigger, memory.staticData, mode);
		if (items !== null || isActivation) memory.stored = copy(memory.staticData);
		return (items ?? []).map(({ json }) => json);
	}

	/** n8n is killed, and another process begins with what the database holds. */
	const restart = () => {
		memory.staticData = copy(memory.stored);
	};

	/** Puts tasks into the simulator that are like the first one, but for their settings. */
	function addTasks(names: string[], settings: IDataObject = {}): string[] {
		const [first] = simulator.tasks.all();
		return names.map((name) => {
			const id = simulator.tasks.newId();
			const createdAt = Date.now();
			simulator.tasks.add({
				...first,
				id,
				name,
				createdAt,
				settings: { ...first.settings, ...settings },
			});
			return id;
		});
	}

	const callsTo = (operation: string): number =>
		simulator.journal.entries.filter((entry) => entry.operation === operation).length;

	const setStatus = (id: string, status: string) => {
		const task = simulator.tasks.all().find((one) => one.id === id)!;
		task.status = status;
		task.since = Date.now();
	};

	return { simulator, memory, createTasks, poll, restart, addTasks, callsTo, setStatus };
}
