import { fieldProblem, type FieldProblem } from '../../../../shared/failures/fieldProblems';
import type { EndpointBody } from '../../../fields/endpoint/build';

/** @returns what a database lacks for the test of its connection, by the names of its fields. */
export function checkLogin(
	{ ip, db_user: user, db_password: password }: EndpointBody,
	side: 'Source' | 'Target',
): FieldProblem[] {
	const login = `Choose "${side} Database Login → From Credential" or "Define Below".`;
	const host = `Add the field "Host" with the IP address under "${side} Database". The connection test needs it.`;
	return [
		...(ip === undefined ? [fieldProblem(`${side} Database → Host`, 'is empty', host)] : []),
		...(user === undefined ? [fieldProblem(`${side} User`, 'is empty', login)] : []),
		...(password === undefined ? [fieldProblem(`${side} Password`, 'is empty', login)] : []),
	];
}
