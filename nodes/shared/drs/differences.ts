import type { IDataObject } from 'n8n-workflow';
import type { Failure } from '../failures/failure';
import { property } from '../values/read';
import { settingName, settingValueName } from './settingNames';
import type { TaskBody } from './taskBody';

/** A setting of the existing task that is not what the item asks for. */
export interface Difference extends IDataObject {
	field: string;
	requested: IDataObject[string];
	existing: IDataObject[string];
}

/** Where the details of a task (drs_api_0151) keep what the creation was given. */
const COMPARED: ReadonlyArray<[requested: string, existing: string]> = [
	['db_use_type', 'db_use_type'],
	['engine_type', 'inst_info.engine_type'],
	['job_direction', 'job_direction'],
	['net_type', 'net_type'],
	['task_type', 'task_type'],
	['customize_sutnet_id', 'subnet_id'],
	['is_target_readonly', 'is_target_readonly'],
	['multi_write', 'multi_write'],
	['description', 'description'],
	['master_az', 'master_az'],
	['slave_az', 'slave_az'],
	...['source_endpoint', 'target_endpoint'].flatMap((side) =>
		['db_type', 'region', 'inst_id', 'ip', 'db_port', 'db_user'].map((field): [string, string] => [
			`${side}.${field}`,
			`${side}.${field}`,
		]),
	),
];

const at = (record: unknown, path: string): IDataObject[string] =>
	path.split('.').reduce(property, record) as IDataObject[string];

const written = (value: unknown): string =>
	typeof value === 'object' ? JSON.stringify(value) : String(value);

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/** What else the service calls an engine (drs_03_0104 and its answers). */
const SYNONYMS: ReadonlyMap<string, string> = new Map([['mongodb-to-dds', 'mongodb']]);

/** @returns a value as text, engines by the name that requests use. */
function canonical(field: string, value: unknown): string {
	const text = written(value);
	const isEngine = field.endsWith('engine_type') || field.endsWith('db_type');
	return isEngine ? (SYNONYMS.get(text) ?? text) : text;
}

/** @returns a value in one spelling: engines have synonyms, and the hosts of a cluster come in any order. */
function spelling(field: string, value: unknown): string {
	const text = canonical(field, value);
	if (!field.endsWith('.ip')) return text;
	const hosts = text.split(',').map((host) => host.trim().toLowerCase());
	return hosts.sort().join(',');
}

/** @returns a difference in the words of a message: the setting and its values as the editor names them. */
export function toWords({ field, requested, existing }: Difference): string {
	const [present, asked] = [existing, requested].map((value) =>
		value === '' ? 'empty' : settingValueName(field, canonical(field, value)).slice(0, 200),
	);
	return `${settingName(field)} is ${present}, not ${asked}`;
}

/** @returns the settings that were asked for and that the existing task has otherwise; unknown ones are left out. */
export function findDifferences(requested: TaskBody, existing: IDataObject): Difference[] {
	return COMPARED.map(([asked, present]) => ({
		field: asked,
		requested: at(requested, asked),
		existing: at(existing, present),
	})).filter(
		({ field, requested: asked, existing: present }) =>
			isGiven(asked) && isGiven(present) && spelling(field, asked) !== spelling(field, present),
	);
}

/** What makes a task that of one migration: with another value it moves other data, or moves it elsewhere. */
const IDENTITY: ReadonlySet<string> = new Set([
	'db_use_type',
	'engine_type',
	'job_direction',
	...['source_endpoint', 'target_endpoint'].flatMap((side) => [`${side}.inst_id`, `${side}.ip`]),
]);

/** @returns whether a field is the address of a managed instance: its ID tells what it is, and its address may change. */
const isAddressOfInstance = (body: TaskBody, field: string): boolean =>
	field.endsWith('.ip') && isGiven(at(body, field.replace(/ip$/, 'inst_id')));

/**
 * Protects tasks of other people: names are unique in a project, so a task of the wanted name may be anybody's.
 *
 * @param body what was asked for
 * @param id the existing task of this name
 * @param differences what it has otherwise
 * @returns why it must not be taken over; undefined when it is the task of this migration
 */
export function strangerFailure(
	body: TaskBody,
	id: string,
	differences: readonly Difference[],
): Failure | undefined {
	const { name } = body;
	const strange = differences.filter(
		({ field, existing }) =>
			IDENTITY.has(field) && existing !== '' && !isAddressOfInstance(body, field),
	);
	if (strange.length === 0) return undefined;
	return {
		message: `Task "${name}": the name belongs to the task of another migration: ${strange.map(toWords).join(', ')}`,
		description: 'Nothing was changed. Rename the item, or correct its settings.',
		errorCode: 'DRS.M00277',
		jobId: id,
		jobName: name,
		details: { differences: differences.map((one) => ({ ...one })) },
	};
}

/**
 * @param body what was asked for
 * @param id the existing task of this name
 * @param differences what it has otherwise
 * @returns the failure of an item that is not to continue with a task of other settings
 */
export const differingFailure = (
	{ name }: TaskBody,
	id: string,
	differences: readonly Difference[],
): Failure => ({
	message: `Task "${name}": exists with other settings: ${differences.map(toWords).join(', ')}`,
	description:
		'Rename the item, change its settings to those of the task, or set the option "If Settings Differ" to "Continue and Report".',
	jobId: id,
	details: { differences: differences.map((one) => ({ ...one })) },
});

/** @returns the paths of the texts, numbers and truth values in a request; those of a list as one. */
function pathsIn(value: unknown, path = ''): string[] {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		return isGiven(value) ? [path] : [];
	}
	return Object.entries(value).flatMap(([key, inner]) =>
		pathsIn(inner, path === '' ? key : `${path}.${key}`),
	);
}

/**
 * @param requested what is asked for
 * @param existing the details of the task, if there is one
 * @returns the settings of which nobody can tell whether the task has them: the service gives none of its own
 */
export function findUnreadable(requested: TaskBody, existing?: IDataObject): string[] {
	const readable = new Set(
		COMPARED.flatMap(([asked, present]) =>
			existing === undefined || isGiven(at(existing, present)) ? [asked] : [],
		),
	);
	return pathsIn(requested).filter((path) => path !== 'name' && !readable.has(path));
}
