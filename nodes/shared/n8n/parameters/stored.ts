import type { INodeProperties } from 'n8n-workflow';
import { toFailure, type FieldProblem } from '../../failures/fieldProblems';
import { failed, success, type Outcome } from '../../failures/failure';
import { ABSENT, fieldsOf, type Fields, type FieldValue } from './fields';
import { insideOf, unique } from './inside';
import { createLevel } from './level';
import type { FieldRules } from './rule';

/** Values that are at hand, such as those of a credential. */
export interface StoredValues {
	properties: readonly INodeProperties[];
	values: Readonly<Record<string, unknown>>;
	/** Stands before the displayed names, such as `OTC DRS Source Database API → `. */
	label: string;
	rules?: FieldRules;
}

/** @returns the values in the types of their fields, without those that have no field; or all that is wrong with them. */
export function readStored({
	properties,
	values,
	label,
	rules = {},
}: StoredValues): Outcome<Fields> {
	const surroundings = { rules, node: undefined, zone: () => undefined };
	const given = new Map(Object.entries(values));
	const level = createLevel({
		properties,
		raw: (name) => given.get(name),
		label,
		path: '',
		usesDefaults: true,
		surroundings,
		readInside: insideOf(surroundings),
	});
	const problems: FieldProblem[] = [];
	const read = new Map<string, FieldValue>();
	for (const { name } of properties) {
		const reading = level.read(name);
		if (reading.ok) read.set(name, reading.value);
		else problems.push(...reading.problems);
	}
	return problems.length > 0
		? failed(toFailure(unique(problems)))
		: success(fieldsOf((name) => read.get(name) ?? ABSENT));
}
