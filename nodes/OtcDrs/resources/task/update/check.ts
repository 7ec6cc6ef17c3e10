import type { FieldProblem } from '../../../../shared/failures/fieldProblems';
import { checkEndpoint } from '../../../fields/endpoint/check';
import { checkDescription, checkName, checkTags } from '../create/check';
import { checkAlarm } from './alarm';
import type { UpdateInput } from './input';

/** @returns all problems with the changes of a task, none for changes that may be sent. */
export const checkUpdate = (input: UpdateInput): FieldProblem[] => [
	...(input.name === undefined ? [] : checkName(input.name)),
	...checkDescription(input.description),
	...checkTags(input.tags ?? []),
	...checkAlarm(input.alarm),
	...checkEndpoint(input.source, 'Source'),
	...checkEndpoint(input.target, 'Target'),
];
