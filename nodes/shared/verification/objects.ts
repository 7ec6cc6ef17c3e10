import type { Side } from '../sql/family';
import type { ByDatabase } from './found';
import type { Pair } from './pair';

/** A task of MySQL carries these over when it stops normally, and not before. */
const CARRIED_AT_STOP = ['trigger', 'event'];

/** Adds what differs in views, routines, triggers and events, and in how the databases were made. */
export function addObjects({ source, target }: Pair, sorted: ByDatabase): void {
	const hidden = new Map([...(source?.hidden ?? []), ...(target?.hidden ?? [])]);
	const compare = (one: Pair['source'], other: Pair['source'], missingOn: Side): void => {
		for (const [path, { kind, database }] of one?.objects ?? []) {
			if (hidden.has(kind) || other?.objects.has(path)) continue;
			const object = path.slice(kind.length + 1);
			const { differences, notes } = sorted.of(database);
			const isLater = missingOn === 'target' && one?.family === 'mysql';
			if (isLater && CARRIED_AT_STOP.includes(kind)) {
				notes.push(
					`The target has no ${kind} ${object}: a normal stop of the task carries it over.`,
				);
			} else {
				const text = `The ${missingOn} has no such ${kind}.`;
				differences.push({ kind: 'object', object, text });
			}
		}
	};
	compare(source, target, 'target');
	compare(target, source, 'source');
	for (const [kind, privilege] of hidden) {
		for (const name of source?.databases.keys() ?? []) {
			sorted
				.of(name)
				.notes.push(
					`${kind[0].toUpperCase()}${kind.slice(1)}s were not compared: grant ${privilege} on the databases to the users of both sides.`,
				);
		}
	}
	for (const [name, form] of source?.databases ?? []) {
		const other = target?.databases.get(name);
		const { differences } = sorted.of(name);
		if (other === undefined)
			differences.push({ kind: 'object', object: name, text: 'The target has no such database.' });
		else if (other !== form) {
			differences.push({
				kind: 'collation',
				object: name,
				text: `Character set and collation: ${form} on the source, ${other} on the target.`,
			});
		}
	}
}
