import { ANSWERS } from './answers.mts';
import { answerOf } from './api.mts';
import { DATABASES } from './databases.mts';
import { MIGRATIONS } from './migrations.mts';
import { toSchema, type Fields, type Schema } from './shape.mts';
import { TASKS } from './tasks.mts';

const TRIGGER: Fields = {
	event: 'string',
	task: { ...answerOf('listTasks', 'jobs'), error_msg: 'string?' },
	old_status: 'string',
	new_status: 'string',
	delay_seconds: 'number',
	reason: 'string',
	next_step: 'string',
	detected_at: 'string',
};

const OPERATIONS = { ...ANSWERS, ...DATABASES, ...MIGRATIONS, ...TASKS };

/** The schemas of what the operations of the node give, by resource and operation, such as `task/get`. */
export const OPERATION_SCHEMAS: ReadonlyMap<string, Schema> = new Map(
	Object.entries(OPERATIONS).map(([name, fields]) => [name, toSchema(fields)]),
);

/** The schema of what the trigger gives. */
export const TRIGGER_SCHEMA: Schema = toSchema(TRIGGER);

/** The version of the nodes, as n8n names files and folders of schemas. */
const VERSION = 'v1.0.0';

/** @returns all schemas by the paths in the package at which n8n looks for them */
export const schemaFiles = (): ReadonlyMap<string, Schema> =>
	new Map([
		[`nodes/OtcDrsTrigger/__schema__/${VERSION}.json`, TRIGGER_SCHEMA],
		...[...OPERATION_SCHEMAS].map(([name, schema]): [string, Schema] => [
			`nodes/OtcDrs/__schema__/${VERSION}/${name}.json`,
			schema,
		]),
	]);
