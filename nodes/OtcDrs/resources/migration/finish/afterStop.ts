import type { IDataObject } from 'n8n-workflow';

/** What a person has to do after the stop, and a statement that helps. */
interface Task extends IDataObject {
	what: string;
	/** On which side the statement is run. */
	run_on?: 'source' | 'target';
	sql?: string;
}

/** A normal stop adds so much to the sequences of a PostgreSQL target (user manual). */
const MARGIN = 10_000;

const SYSTEM_SCHEMAS = "('mysql','sys','performance_schema','information_schema')";

const isMysql = (engine: string): boolean => /mysql|taurus/.test(engine);
const isPostgres = (engine: string): boolean => engine.includes('postgresql');

/** @returns what a normal stop has carried over, in words (user manual: how a task ends). */
export function carriedOver(engine: string): string[] {
	if (isMysql(engine)) return ['Triggers and events were moved to the target.'];
	return isPostgres(engine)
		? [
				`The sequences of the target were set to the values of the source, plus ${MARGIN}.`,
				'The replication slot of the task was released.',
			]
		: [];
}

const COMPARE: Task = {
	what: 'Compare both databases once more: Verification → Get SQL and Evaluate name what differs, with the statements that repair it.',
};

const SEQUENCES: Task = {
	what: `Set the sequences of the target, with a margin of ${MARGIN}: the statement writes one for each sequence. Run those on the target.`,
	run_on: 'source',
	sql: `select format('select setval(%L, %s, true);', quote_ident(schemaname) || '.' || quote_ident(sequencename), coalesce(last_value, start_value) + ${MARGIN}) from pg_sequences;`,
};

const SLOTS: Task = {
	what: 'Drop the replication slots that the task may have left, because they hold the log of the source. Drop only those of the task.',
	run_on: 'source',
	sql: "select format('select pg_drop_replication_slot(%L);', slot_name) from pg_replication_slots where not active and database = current_database();",
};

const TRIGGERS: Task = {
	what: 'Create the triggers that the target lacks: list them on both sides, and take each text from SHOW CREATE TRIGGER on the source.',
	run_on: 'source',
	sql: `select concat('show create trigger \`', trigger_schema, '\`.\`', trigger_name, '\`;') from information_schema.triggers where trigger_schema not in ${SYSTEM_SCHEMAS};`,
};

const EVENTS: Task = {
	what: 'Create the events that the target lacks: list them on both sides, and take each text from SHOW CREATE EVENT on the source.',
	run_on: 'source',
	sql: `select concat('show create event \`', event_schema, '\`.\`', event_name, '\`;') from information_schema.events where event_schema not in ${SYSTEM_SCHEMAS};`,
};

const SWITCHED_OFF: Task = {
	what: 'Switch on the events of the target that run only there from now on: the statement writes one for each that is off.',
	run_on: 'target',
	sql: `select concat('alter event \`', event_schema, '\`.\`', event_name, '\` enable;') from information_schema.events where status <> 'ENABLED' and event_schema not in ${SYSTEM_SCHEMAS};`,
};

/**
 * @param engine of the task, as the service names it
 * @param isOrderly whether this run has drained the task and stopped it normally; else a forced stop cannot be ruled out
 * @returns what is left to do by hand, with statements for a client of the database; nothing of it is run
 */
export function leftToDo(engine: string, isOrderly: boolean): IDataObject[] {
	if (isMysql(engine)) {
		return isOrderly ? [SWITCHED_OFF, COMPARE] : [TRIGGERS, EVENTS, SWITCHED_OFF, COMPARE];
	}
	if (isPostgres(engine)) return isOrderly ? [SLOTS, COMPARE] : [SEQUENCES, SLOTS, COMPARE];
	return [COMPARE];
}
