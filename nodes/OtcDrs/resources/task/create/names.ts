import type { CreateEntry } from '../../../../shared/drs/createEntry';
import type { Failure } from '../../../../shared/failures/failure';

/** The key of the one thing that an item asks for: its task. */
export const THE_TASK = 'task';

/**
 * Looks over the names of a run, item by item.
 *
 * @param remedy what to do about a name that repeats
 * @returns what gives the failure of an item that repeats the task name of an earlier one; undefined for a new name
 */
export function repeatedNames(
	remedy: string,
): (item: number, entry: Pick<CreateEntry, 'key' | 'body'>) => Failure | undefined {
	const firstOf = new Map<string, number>();
	return (item, { key, body: { name } }) => {
		const first = firstOf.get(key);
		if (first === undefined) {
			firstOf.set(key, item);
			return undefined;
		}
		return {
			message: `Task Name: "${name}" is also the name of item ${first}`,
			description: `Names are unique and not case-sensitive. ${remedy}`,
			jobName: name,
		};
	};
}
