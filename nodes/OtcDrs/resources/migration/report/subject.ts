import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { failed, success, type Failure, type Outcome } from '../../../../shared/failures/failure';
import { fieldProblem, toFailure } from '../../../../shared/failures/fieldProblems';
import type { Reader } from '../../../../shared/n8n/parameters/reader';
import { SAME_REMEDY } from '../../../../shared/n8n/parameters/same';
import { isObject } from '../../../../shared/values/isObject';
import { readText } from '../../../../shared/values/read';
import { readFilters, TASK_FILTERS } from '../../../fields/taskFilters';
import { readTags } from '../../../fields/tags';
import { gathered } from '../../../operations/perItem';
import { taskIdsOf } from '../../../../shared/fields/task';
import type { TaskChoice } from './collect';
import { taskless, withError, type Row } from './row';

/** Filters of the one list of tasks, which may not differ between items. */
const FILTERS = TASK_FILTERS.filter(
	({ name, type }) => name !== 'name' && type !== 'fixedCollection',
).map(({ name }) => `filters.${name}`);

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

/** @returns why the tags of the filter are not the same for all items, if so */
function sameTags(reader: Reader): Outcome<undefined> {
	let first: string | undefined;
	for (let item = 0; item < reader.itemCount; item++) {
		const read = gathered(reader, item, (fields) => success(readTags(fields.group('filters'))));
		if (!read.ok) return read;
		const tags = JSON.stringify(read.value ?? []);
		first ??= tags;
		if (tags !== first) {
			const problem = fieldProblem('Filters → Tags', 'differ between the items', SAME_REMEDY);
			return failed(toFailure([problem]));
		}
	}
	return success(undefined);
}

/**
 * Reads which tasks the report is about: those that the items name, or all that fit. Items that failed earlier in the
 * workflow belong to it, with their errors.
 *
 * @param context the running node
 * @param reader its parameters
 */
export function readSubject(context: IExecuteFunctions, reader: Reader): Subject | NoSubject {
	const source = reader.same(['taskSource']);
	if (!source.ok) return { ok: false, failure: source.failure, item: 0 };
	if (source.value.option('taskSource') !== 'all') return readItems(context, reader);
	const alike = reader.same(['reportScenario', 'nameContains', ...FILTERS]);
	if (!alike.ok) return { ok: false, failure: alike.failure, item: 0 };
	const tags = sameTags(reader);
	if (!tags.ok) return { ok: false, failure: tags.failure, item: 0 };
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
