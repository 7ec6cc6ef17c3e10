import type { Failure } from './failure';

/** A value that the service would refuse: which field, what is wrong with it, what to do. */
export interface FieldProblem {
	field: string;
	fault: string;
	remedy: string;
}

/** @returns a problem of a field. */
export const fieldProblem = (field: string, fault: string, remedy: string): FieldProblem => ({
	field,
	fault,
	remedy,
});

/** @returns whether a number is whole and within its limits, these included. */
export const isWholeBetween = (value: number, least: number, most: number): boolean =>
	Number.isInteger(value) && value >= least && value <= most;

/** @returns the failure that names all fields at fault and what to do about each. */
export function toFailure(problems: readonly FieldProblem[]): Failure {
	return {
		message: problems.map(({ field, fault }) => `${field}: ${fault}`).join('; '),
		description: [...new Set(problems.map(({ remedy }) => remedy))].join(' '),
	};
}
