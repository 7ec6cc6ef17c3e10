import type { IPollFunctions } from 'n8n-workflow';
import { groupsFor, TASK_GROUPS } from '../shared/drs/listTasks';
import type { TaskGroup } from '../shared/drs/taskPages';
import { toFailure } from '../shared/failures/fieldProblems';
import { failed, success, type Outcome } from '../shared/failures/failure';
import { emptyFilters } from '../shared/fields/emptyFilters';
import type { Fields } from '../shared/n8n/parameters/fields';
import { readerOfTrigger } from '../shared/n8n/parameters/fromContext';
import type { FieldRules } from '../shared/n8n/parameters/rule';
import type { EventName } from './events';
import { FILTERS, TRIGGER_FIELDS } from './fields';

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

const RULES: FieldRules = { 'filters.engines': { open: true } };

const DEFAULT_THRESHOLD = 60;

const admits = (wanted: readonly string[], value: string): boolean =>
	wanted.length === 0 || wanted.includes(value);

/** @returns what the list is asked for; an engine that the reference does not name may be in any of the scenarios. */
function groupsOf(scenarios: readonly string[], engines: readonly string[]): TaskGroup[] {
	const isNamed = (engine: string): boolean =>
		TASK_GROUPS.some(({ engine_type: named }) => named === engine);
	return [
		...TASK_GROUPS.filter(
			({ db_use_type: scenario, engine_type: engine }) =>
				admits(scenarios, scenario) && admits(engines, engine),
		),
		...engines
			.filter((engine) => !isNamed(engine))
			.flatMap((engine) => groupsFor('all', engine))
			.filter(({ db_use_type: scenario }) => admits(scenarios, scenario)),
	];
}

function toSettings(fields: Fields): Outcome<TriggerSettings> {
	const filters = fields.group('filters');
	const empty = emptyFilters(filters, FILTERS);
	if (empty.length > 0) return failed(toFailure(empty));
	const events = fields.list<EventName>('events') ?? [];
	const groups = groupsOf(filters.list('scenarios') ?? [], filters.list('engines') ?? []);
	if (events.length === 0) {
		return failed({ message: 'Trigger On: is empty', description: 'Choose at least one event.' });
	}
	if (groups.length === 0) {
		return failed({
			message: 'Filters: no task can have these scenarios and engines',
			description:
				'Choose an engine that one of the chosen scenarios has, or leave one of the two filters out.',
		});
	}
	return success({
		events,
		threshold: fields.number('delayThreshold') ?? DEFAULT_THRESHOLD,
		groups,
		name: filters.text('name'),
		statuses: filters.list('statuses') ?? [],
	});
}

/** @returns the settings of the trigger; or the fields that are wrong. */
export function readSettings(context: IPollFunctions): Outcome<TriggerSettings> {
	const reader = readerOfTrigger(context, { properties: TRIGGER_FIELDS, rules: RULES });
	const settings = reader.gather(0, toSettings);
	return settings.ok ? settings.value : settings;
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
