import { failed, success, type Failure, type Outcome } from '../../../../shared/failures/failure';
import type { ParameterReader } from '../../../../shared/n8n/ParameterReader';
import { NOT_AN_OBJECT } from '../../../fields/additionalFields';
import type { RunCredentials } from '../../../fields/endpoint/read';
import { toFailure } from '../../../../shared/failures/fieldProblems';
import { buildTask } from './buildTask';
import { checkTask } from './checkTask';
import { nameKey } from '../../../../shared/drs/nameKey';
import { readTask } from './readInput';
import type { Scenario } from '../../../../shared/drs/scenarios';
import type { CreateEntry, RequestFormat } from '../../../../shared/drs/createTasks';

/** @returns the task of one item ready to be sent, or the fields that stand against it. */
export function prepareTask(
	reader: ParameterReader,
	item: number,
	scenario: Scenario,
	requestFormat: RequestFormat,
	credentials: RunCredentials,
): Outcome<CreateEntry> {
	const { input, invalidJson } = readTask(reader, item, scenario, credentials);
	const problems = checkTask(input, scenario, {
		subnetRequired: requestFormat === 'batch',
	});
	if (invalidJson) problems.push(NOT_AN_OBJECT);
	if (problems.length > 0) return failed(toFailure(problems));
	const body = buildTask(input, scenario);
	return success({ key: nameKey(body.name), body });
}

/** Parts the tasks by name: the first of each name, and the items that ask for the same name again. */
export function partByName(prepared: ReadonlyArray<Outcome<CreateEntry>>): {
	first: Map<string, number>;
	repeated: number[];
} {
	const first = new Map<string, number>();
	const repeated: number[] = [];
	prepared.forEach((outcome, item) => {
		if (!outcome.ok) return;
		if (first.has(outcome.value.key)) repeated.push(item);
		else first.set(outcome.value.key, item);
	});
	return { first, repeated };
}

/** @returns the failure of an item that repeats the task name of an earlier one. */
export const repeatedName = (name: string, first: number | undefined, remedy: string): Failure => ({
	message: `Task Name: "${name}" is also the name of item ${first}`,
	description: `Names are unique and not case-sensitive. ${remedy}`,
	jobName: name,
});
