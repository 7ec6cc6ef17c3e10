import type { INodeProperties } from 'n8n-workflow';
import { fieldProblem, type FieldProblem } from '../../failures/fieldProblems';
import { property as propertyOf } from '../../values/read';
import { makeVisible, shorten } from '../../values/visible';
import type { Zone } from '../../values/zone';
import { explainThrown } from '../explainThrown';
import { dependenciesOf, isShown, type NodeIdentity } from './conditions';
import { convert, convertDefault, isEmptyField, type Conversion } from './convert';
import { ABSENT, type FieldValue, type PlainValue } from './fields';
import type { FieldRules } from './rule';

/** What came of reading a field: its value, or all that is wrong with it and inside it. */
export type FieldReading =
	| { ok: true; value: FieldValue }
	| { ok: false; problems: readonly FieldProblem[] };

/** What holds for all fields of a run. */
export interface Surroundings {
	rules: FieldRules;
	node: NodeIdentity | undefined;
	/** @returns the workflow's time zone; undefined if it is unknown. */
	zone(): Zone | undefined;
}

/** Reads a field that holds others. It gets the field's displayed name and its path, both without what follows inside. */
export type ReadInside = (
	field: INodeProperties,
	raw: unknown,
	place: { label: string; path: string; ofNode: Level },
) => FieldReading;

/** Fields that stand beside each other: those of the node, of a collection, or of an entry. */
export interface LevelSource {
	properties: readonly INodeProperties[];
	/** @returns the raw value; undefined where there is none. It may throw, as expressions do. */
	raw(name: string): unknown;
	/** @returns whether a field is on the form, also if its expression resolves to nothing; by default, whether it has a value. */
	isOnForm?(name: string): boolean;
	/** @returns whether the value holds an expression; without this function, no field counts as omitted. */
	hasExpression?(name: string): boolean;
	/** Stands before the displayed names, such as `Options → `. */
	label: string;
	/** Stands before the names in a path, such as `options.`. */
	path: string;
	/** Whether an empty field has its default. In a collection it has none, because it need not be on the form. */
	usesDefaults: boolean;
	surroundings: Surroundings;
	readInside: ReadInside;
	/** The fields of the node; by default this level is it. */
	ofNode?: Level;
	/** @returns whether it is always the same field of a name that is shown; it is looked for once. */
	isShownAlike?(name: string): boolean;
	/** @returns where the readings of a field are kept; by default as long as the level is. */
	memory?(name: string): Map<string, FieldReading>;
}

/** A field that is shown, none, or what is wrong with the fields that its conditions name. */
export type Search =
	| { ok: true; field: INodeProperties | undefined }
	| Extract<FieldReading, { ok: false }>;

/** Reads fields by name, each once. */
export interface Level {
	read(name: string): FieldReading;
	/** @returns whether there is a field of a name, shown or not. */
	has(name: string): boolean;
	/** @returns the field of a name that is shown, several of which may exist. */
	find(name: string): Search;
}

/** @returns the reading of a field that has a value. */
export const held = (value: FieldValue): FieldReading => ({ ok: true, value });

/** @returns the reading of a field with a problem. */
const wrong = (field: string, fault: string, remedy: string): FieldReading => ({
	ok: false,
	problems: [fieldProblem(field, fault, remedy)],
});

/** @returns why an expression could not be resolved, under the name of its field. */
function explain(label: string, error: unknown): FieldReading {
	const { message, description } = explainThrown({
		message: propertyOf(error, 'message'),
		description: propertyOf(error, 'description'),
	});
	return wrong(label, message, description ?? 'Correct the expression or the data that it reads.');
}

/** @returns what a condition compares: plain values and lists of them; nothing else has ever been asked for. */
const comparable = (value: PlainValue): unknown =>
	typeof value === 'object' && !Array.isArray(value) ? undefined : value;

/** @returns fields by their names, several with the same name in their order. */
function groupByName(properties: readonly INodeProperties[]): Map<string, INodeProperties[]> {
	const byName = new Map<string, INodeProperties[]>();
	for (const field of properties) {
		byName.set(field.name, [...(byName.get(field.name) ?? []), field]);
	}
	return byName;
}

/** @returns a level: the fields of a node, a collection or an entry. */
export function createLevel(source: LevelSource): Level {
	const { surroundings, usesDefaults } = source;
	const byName = groupByName(source.properties);
	const kept = new Map<string, FieldReading>();
	const lasting = new Map<string, Search>();
	/** Fields that are being read: a condition that comes back to one of them finds no value. */
	const underWay = new Set<string>();
	const level: Level = { read, has: (name) => byName.has(name), find };
	const ofNode = source.ofNode ?? level;

	function search(candidates: readonly INodeProperties[]): Search {
		const values = { own: new Map<string, unknown>(), ofNode: new Map<string, unknown>() };
		for (const field of candidates) {
			for (const { name, isOfNode } of dependenciesOf(field)) {
				const known = isOfNode ? values.ofNode : values.own;
				if (known.has(name)) continue;
				const asked = isOfNode ? ofNode : level;
				if (!asked.has(name)) continue;
				const reading = asked.read(name);
				if (!reading.ok) return reading;
				known.set(name, comparable(reading.value.value));
			}
			const own = Object.fromEntries(values.own);
			const root = Object.fromEntries(values.ofNode);
			if (isShown(field, own, root, surroundings.node)) return { ok: true, field };
		}
		return { ok: true, field: undefined };
	}

	function find(name: string): Search {
		const known = lasting.get(name);
		if (known !== undefined) return known;
		const result = search(byName.get(name) ?? []);
		if (source.isShownAlike?.(name)) lasting.set(name, result);
		return result;
	}

	/** A hidden field of the node is as if it were not there; one in a collection was entered by an expression. */
	function readHidden(field: INodeProperties): FieldReading {
		const raw = source.ofNode === undefined ? undefined : source.raw(field.name);
		if (isEmptyField(field, raw) || raw === field.default) return held(ABSENT);
		return wrong(
			`${source.label}${field.displayName}`,
			'cannot be combined with the other fields',
			'Leave the field empty, or correct the fields that it depends on.',
		);
	}

	function readShown(field: INodeProperties): FieldReading {
		const label = `${source.label}${field.displayName}`;
		const path = `${source.path}${field.name}`;
		const raw = source.raw(field.name);
		const isAdded = source.isOnForm?.(field.name) ?? raw !== undefined;
		if (field.type === 'collection' || field.type === 'fixedCollection') {
			return source.readInside(field, raw, { label, path, ofNode });
		}
		const conversion: Conversion = {
			property: field,
			rule: surroundings.rules[path] ?? {},
			zone: surroundings.zone,
		};
		if (isEmptyField(field, raw)) {
			const value = usesDefaults ? convertDefault(conversion) : undefined;
			const isOmitted = source.hasExpression?.(field.name) === false;
			const empty = { value, isSet: false, isAdded, isBlank: typeof raw === 'string' };
			return held(isOmitted ? { ...empty, isOmitted } : empty);
		}
		const reading = convert(raw, conversion);
		return reading.ok
			? held({ value: reading.value, isSet: true, isAdded })
			: wrong(label, reading.fault, reading.remedy);
	}

	function readFresh(name: string): FieldReading {
		const candidates = byName.get(name);
		if (candidates === undefined) {
			return wrong(
				`${source.label}${makeVisible(shorten(name))}`,
				'is not a field',
				'Remove it, or correct its name.',
			);
		}
		const result = find(name);
		if (!result.ok) return result;
		try {
			return result.field === undefined ? readHidden(candidates[0]) : readShown(result.field);
		} catch (error) {
			const { displayName } = result.field ?? candidates[0];
			return explain(`${source.label}${displayName}`, error);
		}
	}

	function read(name: string): FieldReading {
		const memory = source.memory?.(name) ?? kept;
		const known = memory.get(name);
		if (known !== undefined) return known;
		if (underWay.has(name)) return held(ABSENT);
		underWay.add(name);
		const reading = readFresh(name);
		underWay.delete(name);
		memory.set(name, reading);
		return reading;
	}

	return level;
}
