import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { success, type Failure } from '../../../../shared/failures/failure';
import type { Reader } from '../../../../shared/n8n/parameters/reader';
import { isObject } from '../../../../shared/values/isObject';
import { readText } from '../../../../shared/values/read';
import { readFilters } from '../../../fields/taskFilters';
import { gathered } from '../../../operations/perItem';
import { taskIdsOf } from '../../../../shared/fields/task';
import type { TaskChoice } from './collect';
import { taskless, withError, type Row } from './row';

/** What the report is about. */
interface Subject {
	ok: true;
	choice: TaskChoice;
	/** What went wrong with tasks in this workflow, by task ID. */
	errors: ReadonlyMap<string, IDataObject>;
	/** Items that failed before they had a task. */
	withoutTask: Row[];
}

/** Why it cannot be told what the report is about. */
interface NoSubject {
	ok: false;
	failure: Failure;
	item: number;
}

/** @returns the error with which an item was handed on; nodes other than ours give it as a text. */
function errorOf({ error }: IDataObject): IDataObject | undefined {
	const message = readText(error);
	if (message !== undefined) return { message };
	return isObject(error) ? error : undefined;
}

function readItems(context: IExecuteFunctions, reader: Reader): Subject | NoSubject {
	const ids: string[] = [];
	const errors = new Map<string, IDataObject>();
	const withoutTask: Row[] = [];
	for (const [item, { json }] of context.getInputData().entries()) {
		const error = errorOf(json);
		const named = gathered(reader, item, taskIdsOf);
		if (!named.ok && !error) return { ok: false, failure: named.failure, item };
		const own = named.ok ? named.value : [error?.job_id].flatMap((id) => readText(id) ?? []);
		for (const id of own) {
			ids.push(id);
			if (error) errors.set(id, error);
		}
		if (error && own.length === 0) {
			withoutTask.push(taskless(readText(error.job_name, json.name) ?? `Item ${item}`, error));
		}
	}
	return { ok: true, choice: { ids }, errors, withoutTask };
}

/**
 * Reads which tasks the report is about: those that the items name, or all that fit. Items that failed earlier in the
 * workflow belong to it, with their errors.
 *
 * @param context the running node
 * @param reader its parameters
 */
export function readSubject(context: IExecuteFunctions, reader: Reader): Subject | NoSubject {
	const source = reader.option('taskSource', 0);
	if (!source.ok) return { ok: false, failure: source.failure, item: 0 };
	if (source.value !== 'all') return readItems(context, reader);
	const choice = gathered(reader, 0, (fields) => {
		const filters = readFilters(fields);
		const name = fields.text('nameContains');
		return filters.ok
			? success({
					scenario: fields.option('reportScenario') ?? 'all',
					filters: { ...filters.value, name },
				})
			: filters;
	});
	return choice.ok
		? { ok: true, choice: choice.value, errors: new Map(), withoutTask: [] }
		: { ok: false, failure: choice.failure, item: 0 };
}

/** @returns the rows, those of failed items with what went wrong. */
export const withErrors = (rows: readonly Row[], errors: ReadonlyMap<string, IDataObject>): Row[] =>
	rows.map((row) => {
		const error = errors.get(row.id);
		return error ? withError(row, error) : row;
	});
