import { fieldProblem, type FieldProblem } from '../../../../shared/failures/fieldProblems';
import type { EndpointBody } from '../../../fields/endpoint/build';

/** @returns what a database lacks for the test of its connection, by the names of its fields. */
export function checkDatabase(
	{ ip, db_user: user, db_password: password }: EndpointBody,
	side: 'Source' | 'Target',
): FieldProblem[] {
	const login = `Set "${side} Database → Login" to "From Credential" and select a credential with user and password, or to "Define Below" and add the fields "User" and "Password".`;
	const host = `Enter the IP address in the credential "${side} Database Login", or add the field "Host" under "${side} Database".`;
	return [
		...(ip === undefined ? [fieldProblem(`${side} Database → Host`, 'is empty', host)] : []),
		...(user === undefined ? [fieldProblem(`${side} Database → User`, 'is empty', login)] : []),
		...(password === undefined
			? [fieldProblem(`${side} Database → Password`, 'is empty', login)]
			: []),
	];
}
