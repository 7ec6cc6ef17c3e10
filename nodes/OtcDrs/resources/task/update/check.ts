import type { FieldProblem } from '../../../../shared/failures/fieldProblems';
import { findEngine } from '../../../../shared/drs/scenarios';
import { checkEndpoint } from '../../../fields/endpoint/check';
import { checkDescription, checkName, checkTags } from '../checkLabels';
import { checkAlarm } from './alarm';
import type { UpdateInput } from './input';

/** @returns all problems with the changes of a task, none for changes that may be sent. */
export function checkUpdate(input: UpdateInput): FieldProblem[] {
	const { source, target } = input;
	const engine = input.engineType === undefined ? undefined : findEngine(input.engineType);
	return [
		...(input.name === undefined ? [] : checkName(input.name)),
		...checkDescription(input.description),
		...checkTags(input.tags ?? []),
		...checkAlarm(input.alarm),
		...checkEndpoint({ ...source, dbType: source.dbType ?? engine?.sourceDbType }, 'Source'),
		...checkEndpoint({ ...target, dbType: target.dbType ?? engine?.targetDbType }, 'Target'),
	];
}
