import { failed, success, type Outcome } from '../../../../shared/failures/failure';
import type { Fields } from '../../../../shared/n8n/parameters/fields';
import type { RunCredentials } from '../../../fields/endpoint/read';
import { toFailure } from '../../../../shared/failures/fieldProblems';
import { checkCreation } from '../../../../shared/drs/constraints/creation';
import { toJson } from '../../../../shared/values/toJson';
import { nameKey } from '../../../../shared/drs/nameKey';
import { buildTask } from './build';
import { checkTask } from './check';
import { readTask } from './read';
import type { Scenario } from '../../../../shared/drs/scenarios';
import type { CreateEntry } from '../../../../shared/drs/createEntry';
import type { RequestFormat } from '../../../../shared/drs/createTasks';

/** How an operation sends its creations, and which collection of its form has the fields that most tasks do not need. */
export interface TaskForm {
	requestFormat: RequestFormat;
	collection: 'additionalFields' | 'options';
}

/** @returns the task of one item ready to be sent, or the fields that are wrong. */
export function prepareTask(
	fields: Fields,
	scenario: Scenario,
	{ requestFormat, collection }: TaskForm,
	credentials: RunCredentials,
): Outcome<CreateEntry> {
	const input = readTask(fields, fields.group(collection), scenario, credentials);
	const problems = checkTask(input, scenario, {
		subnetRequired: requestFormat === 'batch',
	});
	if (problems.length > 0) return failed(toFailure(problems));
	const body = buildTask(input, scenario);
	const faults = checkCreation(toJson(body));
	if (faults.length > 0) return failed(toFailure(faults));
	return success({ key: nameKey(body.name), body });
}
