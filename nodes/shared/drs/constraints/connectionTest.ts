import type { IDataObject } from 'n8n-workflow';
import { fieldProblem, type FieldProblem } from '../../failures/fieldProblems';
import { readText } from '../../values/read';

/** Where the form has what the reference demands with `ssl_link` (drs_03_0105). */
const CERTIFICATE: ReadonlyArray<[name: string, field: string]> = [
	['ssl_cert_key', 'SSL Certificate'],
	['ssl_cert_name', 'SSL Certificate Name'],
	['ssl_cert_check_sum', 'SSL Certificate Checksum'],
];

/**
 * Checks what the reference demands of the test of a connection: the certificate where SSL is on. It also demands VPC and
 * subnet of a cloud instance, but its own example has neither, so that they are not asked for.
 *
 * @param body the whole entry, additional request fields included
 * @returns what it lacks, by the names of the fields
 */
export function checkConnectionTest(body: IDataObject): FieldProblem[] {
	if (body.ssl_link !== true) return [];
	const side = body.end_point_type === 'ta' ? 'Target' : 'Source';
	return CERTIFICATE.flatMap(([name, field]) =>
		readText(body[name]) === undefined
			? [
					fieldProblem(
						`${side} Database → ${field}`,
						'is empty',
						'Add the field, enter it in the database credential, or turn off "SSL": with SSL the service requires the certificate of the database.',
					),
				]
			: [],
	);
}
