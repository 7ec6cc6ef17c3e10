import type { IDataObject } from 'n8n-workflow';
import { fieldProblem, type FieldProblem } from '../../failures/fieldProblems';
import { isObject } from '../../values/isObject';
import { TASK_NAME, TASK_NAME_REMEDY } from '../nameKey';

const FIELD = 'Additional Request Fields (JSON)';

type Kind = 'text' | 'true or false' | 'a whole number' | 'a list' | 'an object';

const IS: Record<Kind, (value: unknown) => boolean> = {
	text: (value) => typeof value === 'string',
	'true or false': (value) => typeof value === 'boolean',
	'a whole number': (value) =>
		(typeof value === 'number' || typeof value === 'string') &&
		String(value).trim() !== '' &&
		Number.isInteger(Number(value)),
	'a list': (value) => Array.isArray(value),
	'an object': isObject,
};

/** What the fields of a creation are (drs_03_0104); any others are sent as they are. */
const TASK: Record<string, Kind> = {
	name: 'text',
	db_use_type: 'text',
	engine_type: 'text',
	job_direction: 'text',
	net_type: 'text',
	node_type: 'text',
	task_type: 'text',
	customize_sutnet_id: 'text',
	description: 'text',
	bind_eip: 'true or false',
	is_target_readonly: 'true or false',
	multi_write: 'true or false',
	node_num: 'a whole number',
	expired_days: 'a whole number',
	tags: 'a list',
	sys_tags: 'a list',
	source_endpoint: 'an object',
	target_endpoint: 'an object',
};

const ENDPOINT: Record<string, Kind> = {
	db_type: 'text',
	ip: 'text',
	inst_id: 'text',
	region: 'text',
	db_user: 'text',
	db_password: 'text',
	db_port: 'a whole number',
	ssl_link: 'true or false',
};

const REQUIRED = ['name', 'engine_type', 'source_endpoint', 'target_endpoint'];

const wrong = (path: string, fault: string, remedy: string): FieldProblem =>
	fieldProblem(FIELD, `${path} ${fault}`, remedy);

/** @returns the fields of a record that are not what they have to be; a field that is undefined is not sent */
function checkKinds(
	record: IDataObject,
	kinds: Record<string, Kind>,
	path: string,
): FieldProblem[] {
	return Object.entries(kinds).flatMap(([name, kind]) => {
		const value = record[name];
		if (value === undefined || IS[kind](value)) return [];
		return [wrong(`${path}${name}`, `is not ${kind}`, `Give ${path}${name} as ${kind}.`)];
	});
}

/**
 * Checks a creation after the additional request fields have been merged into it, so that nothing of a form that nobody
 * checked is sent, or read further on.
 *
 * @param body the whole request of a task
 * @returns what is wrong with it; nothing for what the other fields of the form make
 */
export function checkCreation(body: IDataObject): FieldProblem[] {
	const missing = REQUIRED.filter((name) => body[name] === undefined);
	const problems = [
		...missing.map((name) => wrong(name, 'is missing', `Leave ${name} to the fields of the form.`)),
		...checkKinds(body, TASK, ''),
		...['source_endpoint', 'target_endpoint'].flatMap((side) => {
			const endpoint = body[side];
			return isObject(endpoint) ? checkKinds(endpoint, ENDPOINT, `${side}.`) : [];
		}),
	];
	if (problems.length === 0 && !TASK_NAME.test(String(body.name))) {
		const fault = `"${String(body.name).slice(0, 60)}" is not a task name`;
		problems.push(wrong('name', fault, TASK_NAME_REMEDY));
	}
	return problems;
}
