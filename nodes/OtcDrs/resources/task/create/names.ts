import type { CreateEntry } from '../../../../shared/drs/createEntry';
import type { Failure, Outcome } from '../../../../shared/failures/failure';

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
