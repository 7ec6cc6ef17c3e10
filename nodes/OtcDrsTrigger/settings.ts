import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { TASK_GROUPS } from '../shared/drs/listTasks';
import type { TaskGroup } from '../shared/drs/taskPages';
import { readText } from '../shared/values/read';
import type { EventName } from './events';

/** What the trigger looks for. */
export interface TriggerSettings {
	events: EventName[];
	/** Seconds. */
	threshold: number;
	/** The scenarios and engines to list; none when the filters exclude each other. */
	groups: TaskGroup[];
	name?: string;
	/** Only events of tasks that are in one of these statuses now; all when empty. */
	statuses: string[];
}

const list = (value: unknown): string[] =>
	Array.isArray(value) ? value.map(String) : [readText(value) ?? []].flat();

const admits = (wanted: readonly string[], value: string): boolean =>
	wanted.length === 0 || wanted.includes(value);

/** Reads the settings of the trigger. */
export function readSettings(context: IPollFunctions): TriggerSettings {
	const filters = context.getNodeParameter('filters', {}) as IDataObject;
	const scenarios = list(filters.scenarios);
	const engines = list(filters.engines);
	return {
		events: list(context.getNodeParameter('events', [])) as EventName[],
		threshold: Number(context.getNodeParameter('delayThreshold', 60)),
		groups: TASK_GROUPS.filter(
			({ db_use_type: scenario, engine_type: engine }) =>
				admits(scenarios, scenario) && admits(engines, engine),
		),
		name: readText(filters.name),
		statuses: list(filters.statuses),
	};
}

/**
 * Tells apart what is looked at. Neither a new password or access key nor another event or status changes it.
 *
 * @param settings the settings of the trigger
 * @param projectId the project that the calls went to
 * @returns a text that differs when the list holds other tasks: by scenario, engine, name or project
 */
export const fingerprintOf = (
	{ groups, name }: TriggerSettings,
	projectId: string | undefined,
): string =>
	JSON.stringify([
		projectId,
		groups.map(({ db_use_type: scenario, engine_type: engine }) => `${scenario} ${engine}`),
		name,
	]);
