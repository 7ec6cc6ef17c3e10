import type { IDataObject } from 'n8n-workflow';
import { toFailure, type FieldProblem } from '../../failures/fieldProblems';
import { failed, success, type Outcome } from '../../failures/failure';
import type { Instant } from '../../values/instant';
import { createZone, type Zone } from '../../values/zone';
import type { NodeIdentity } from './conditions';
import { ABSENT, fieldsOf, type Fields, type FieldValue } from './fields';
import { unique } from './inside';
import type { Surroundings } from './level';
import type { FieldRules } from './rule';
import { constancyOf, nodeLevels, type RawSource } from './nodeLevels';
import { readSame } from './same';

/** Where parameters come from, and what they mean. */
export interface ReaderSource extends RawSource {
	itemCount: number;
	/** The workflow's time zone, such as Europe/Berlin. */
	timezone: string;
	rules?: FieldRules;
	/** For conditions on the node's version, or on whether it is a tool. */
	node?: NodeIdentity;
}

/**
 * Reads the parameters of a node as values of their fields' types, or refuses them by the displayed names of the fields. Read
 * all that an item needs before those of the next: the values of one item are remembered, and those without an expression are
 * for all items.
 */
export interface Reader {
	readonly itemCount: number;
	/** @returns what a field holds; a field that is hidden for the item holds nothing. */
	read(name: string, item: number): Outcome<FieldValue>;
	/**
	 * Reads many fields of an item, and tells all that is wrong with them at once.
	 *
	 * @param item the item
	 * @param use makes what is needed of the fields; a field with a problem is as if it were absent
	 * @returns what was made; or the failure that names every field with a problem
	 */
	gather<T>(item: number, use: (fields: Fields) => T): Outcome<T>;
	/**
	 * Reads settings of the whole run.
	 *
	 * @param paths fields, or fields in a collection such as `options.batchSize`; none that holds other fields
	 * @param items the items that count; all by default. Leave out those that have failed already.
	 * @returns the values by path, which are the same for all items, defaults included; or the failure that names each field
	 * that differs, with two of its values
	 */
	same(paths: readonly string[], items?: readonly number[]): Outcome<Fields>;
	text(name: string, item: number): Outcome<string | undefined>;
	flag(name: string, item: number): Outcome<boolean | undefined>;
	number(name: string, item: number): Outcome<number | undefined>;
	option<T extends string = string>(name: string, item: number): Outcome<T | undefined>;
	list<T extends string = string>(name: string, item: number): Outcome<T[] | undefined>;
	time(name: string, item: number): Outcome<Instant | undefined>;
	json(name: string, item: number): Outcome<IDataObject | undefined>;
	/** @returns the fields of a collection. */
	collection(name: string, item: number): Outcome<Fields>;
}

const toOutcome = <T>(value: T, problems: readonly FieldProblem[]): Outcome<T> =>
	problems.length === 0 ? success(value) : failed(toFailure(unique(problems)));

/** @returns what a function gives, or what it throws. */
function attempt<T>(make: () => T): { value: T } | { thrown: unknown } {
	try {
		return { value: make() };
	} catch (thrown) {
		return { thrown };
	}
}

/** @returns a function that computes a value when it is first asked for. */
function once<T>(make: () => T): () => T {
	let made: { value: T } | undefined;
	return () => (made ??= { value: make() }).value;
}

/** @returns the reader of a node's parameters. */
export function createReader(source: ReaderSource): Reader {
	const surroundings: Surroundings = {
		rules: source.rules ?? {},
		node: source.node,
		zone: once<Zone | undefined>(() => createZone(source.timezone)),
	};
	const constancy = constancyOf(source);
	const levelOf = nodeLevels(source, surroundings, constancy);
	const sameSource = { ...source, ...constancy, levelOf, surroundings };

	function gather<T>(item: number, use: (fields: Fields) => T): Outcome<T> {
		const level = levelOf(item);
		const problems: FieldProblem[] = [];
		const fields = fieldsOf((name) => {
			const reading = level.read(name);
			if (reading.ok) return reading.value;
			problems.push(...reading.problems);
			return ABSENT;
		});
		const made = attempt(() => use(fields));
		if ('value' in made) return toOutcome(made.value, problems);
		/** What `use` makes of absent fields may be nonsense; without any it is a fault of the caller. */
		if (problems.length > 0) return failed(toFailure(unique(problems)));
		throw made.thrown as Error;
	}

	function read(name: string, item: number): Outcome<FieldValue> {
		const reading = levelOf(item).read(name);
		return reading.ok ? success(reading.value) : toOutcome(ABSENT, reading.problems);
	}

	function same(
		paths: readonly string[],
		items: readonly number[] = Array.from({ length: source.itemCount }, (_, item) => item),
	): Outcome<Fields> {
		const problems: FieldProblem[] = [];
		const values = new Map<string, FieldValue>();
		for (const path of paths) {
			const reading = readSame(sameSource, path, items);
			if (reading.ok) values.set(path, reading.value);
			else problems.push(...reading.problems);
		}
		return toOutcome(
			fieldsOf((path) => values.get(path) ?? ABSENT),
			problems,
		);
	}

	return {
		itemCount: source.itemCount,
		read,
		gather,
		same,
		text: (name, item) => gather(item, (fields) => fields.text(name)),
		flag: (name, item) => gather(item, (fields) => fields.flag(name)),
		number: (name, item) => gather(item, (fields) => fields.number(name)),
		option: <T extends string>(name: string, item: number) =>
			gather(item, (fields) => fields.option<T>(name)),
		list: <T extends string>(name: string, item: number) =>
			gather(item, (fields) => fields.list<T>(name)),
		time: (name, item) => gather(item, (fields) => fields.time(name)),
		json: (name, item) => gather(item, (fields) => fields.json(name)),
		collection: (name, item) => gather(item, (fields) => fields.group(name)),
	};
}
