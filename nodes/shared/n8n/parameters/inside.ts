import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { fieldProblem, type FieldProblem } from '../../failures/fieldProblems';
import { makeVisible, shorten, shown } from '../../values/visible';
import { groupsOf, innerFields } from './conditions';
import { fieldsOf, ABSENT, NO_FIELDS, type Fields, type FieldValue } from './fields';
import {
	createLevel,
	held,
	type FieldReading,
	type Level,
	type ReadInside,
	type Surroundings,
} from './level';
import { isEmpty } from './primitives';

type Given = Record<string, unknown>;

const isGiven = (value: unknown): value is Given =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** Where fields stand that are read together. */
interface Place {
	/** The displayed name of what holds them. */
	label: string;
	path: string;
	ofNode: Level;
	surroundings: Surroundings;
	/** Whether all fields are on the form, as in an entry; else only those that were added. */
	isEntry: boolean;
}

/** @returns each problem once. */
export const unique = (problems: readonly FieldProblem[]): FieldProblem[] => [
	...new Map(problems.map((problem) => [`${problem.field}: ${problem.fault}`, problem])).values(),
];

const MAX_NAMED = 12;

function notKnown(label: string, key: string, known: readonly string[]): FieldProblem {
	const rest = known.length > MAX_NAMED ? ` and ${known.length - MAX_NAMED} more` : '';
	return fieldProblem(
		`${label} → ${key.trim() === '' ? 'a field without a name' : makeVisible(shorten(key))}`,
		'is not a field',
		`Possible: ${known.slice(0, MAX_NAMED).join(', ')}${rest}.`,
	);
}

const refused = (problems: readonly FieldProblem[]): FieldReading => ({
	ok: false,
	problems: unique(problems),
});

/** Reads all fields of a collection or an entry, so that all that is wrong is told at once. */
function readTogether(
	properties: readonly INodeProperties[],
	raw: Given,
	place: Place,
): { fields: Fields; problems: FieldProblem[] } {
	const names = [...new Set(properties.map(({ name }) => name))];
	const given = new Map(Object.entries(raw));
	const level = createLevel({
		properties,
		raw: (name) => given.get(name),
		isOnForm: (name) => given.has(name),
		label: `${place.label} → `,
		path: `${place.path}.`,
		usesDefaults: place.isEntry,
		surroundings: place.surroundings,
		readInside: insideOf(place.surroundings),
		ofNode: place.ofNode,
	});
	const problems: FieldProblem[] = [];
	const values = new Map<string, FieldValue>();
	for (const name of [...names, ...given.keys()]) {
		if (values.has(name)) continue;
		if (!names.includes(name)) {
			problems.push(notKnown(place.label, name, names));
			continue;
		}
		const reading = level.read(name);
		if (reading.ok) values.set(name, reading.value);
		else problems.push(...reading.problems);
	}
	return { fields: fieldsOf((name) => values.get(name) ?? ABSENT), problems };
}

const kindOf = (raw: unknown): string => {
	if (typeof raw === 'string') return 'text';
	return Array.isArray(raw) ? 'a list' : shown(raw);
};

/** @returns the words for a value that should be an object with the given fields. */
const notAnObject = (label: string, raw: unknown, example: string): FieldProblem =>
	fieldProblem(
		label,
		`${kindOf(raw)} is not an object with fields`,
		`Fill in the fields, or enter an expression that returns an object such as ${example}.`,
	);

const isWithout = (raw: unknown): boolean =>
	isEmpty(raw) || (isGiven(raw) && Object.keys(raw).length === 0);

/** Reads the fields of a group: one object, or a list of entries. */
function readGroup(
	{ values }: INodePropertyCollection,
	content: unknown,
	place: Place,
	takesMany: boolean,
): { read: Fields[]; problems: FieldProblem[] } {
	const entries: unknown[] = takesMany && Array.isArray(content) ? content : [content];
	const read: Fields[] = [];
	const problems: FieldProblem[] = [];
	for (const [index, entry] of entries.entries()) {
		if (isEmpty(entry)) continue;
		const label = takesMany ? `${place.label} ${index + 1}` : place.label;
		if (!isGiven(entry)) {
			problems.push(notAnObject(label, entry, `{ "${values[0]?.name ?? 'name'}": … }`));
			continue;
		}
		const result = readTogether(values, entry, { ...place, label });
		read.push(result.fields);
		problems.push(...result.problems);
	}
	return { read, problems };
}

/** Reads a fixed collection: groups of fields, each by its name. */
function readGroups(field: INodeProperties, raw: unknown, place: Place): FieldReading {
	const groups = groupsOf(field);
	const takesMany = field.typeOptions?.multipleValues === true;
	if (!isGiven(raw)) {
		const content = takesMany ? '[ { … } ]' : '{ … }';
		return refused([
			notAnObject(place.label, raw, `{ "${groups[0]?.name ?? 'entries'}": ${content} }`),
		]);
	}
	const problems: FieldProblem[] = [];
	const values = new Map<string, FieldValue>();
	for (const [key, content] of Object.entries(raw)) {
		const group = groups.find(({ name }) => name === key);
		if (group === undefined) {
			const names = groups.map(({ name }) => name);
			problems.push(notKnown(place.label, key, names));
		} else if (!isEmpty(content)) {
			const label = groups.length > 1 ? `${place.label} → ${group.displayName}` : place.label;
			const inside = { ...place, label, path: `${place.path}.${key}` };
			const result = readGroup(group, content, inside, takesMany);
			problems.push(...result.problems);
			const value = takesMany ? result.read : result.read[0];
			if (result.read.length > 0) values.set(key, { value, isSet: true, isAdded: true });
		}
	}
	if (problems.length > 0) return refused(problems);
	const fields = fieldsOf((name) => values.get(name) ?? ABSENT);
	return held({ value: fields, isSet: values.size > 0, isAdded: true });
}

/** @returns a reader of collections and fixed collections. */
export function insideOf(surroundings: Surroundings): ReadInside {
	return (field, raw, { label, path, ofNode }) => {
		if (isWithout(raw)) return held({ value: NO_FIELDS, isSet: false, isAdded: raw !== undefined });
		if (field.type !== 'collection') {
			return readGroups(field, raw, { label, path, ofNode, surroundings, isEntry: true });
		}
		const properties = innerFields(field);
		if (!isGiven(raw)) {
			return refused([notAnObject(label, raw, `{ "${properties[0]?.name ?? 'name'}": … }`)]);
		}
		const place = { label, path, ofNode, surroundings, isEntry: false };
		const { fields, problems } = readTogether(properties, raw, place);
		return problems.length > 0
			? refused(problems)
			: held({ value: fields, isSet: true, isAdded: true });
	};
}
