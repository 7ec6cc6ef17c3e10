import {
	isWholeBetween,
	fieldProblem,
	type FieldProblem,
} from '../../../shared/failures/fieldProblems';
import { readCertificate } from './certificate';
import type { EndpointInput } from './input';

/** @returns what is wrong with one side of a task, by the names of its fields. */
export function checkEndpoint(endpoint: EndpointInput, side: 'Source' | 'Target'): FieldProblem[] {
	const problems: FieldProblem[] = [];
	const field = (name: string): string => `${side} Database → ${name}`;
	/** MongoDB has its ports with its hosts; 0 stands for that (drs_03_0107). */
	const least = endpoint.dbType === 'mongodb' ? 0 : 1;
	if (endpoint.dbPort !== undefined && !isWholeBetween(endpoint.dbPort, least, 65_535)) {
		problems.push(
			fieldProblem(
				field('Port'),
				`${endpoint.dbPort} is not a port`,
				'Enter a whole number from 1 to 65535.',
			),
		);
	}
	if (endpoint.sslCert !== undefined && readCertificate(endpoint.sslCert) === undefined) {
		problems.push(
			fieldProblem(
				field('SSL Certificate'),
				'is neither PEM nor Base64',
				'Paste the certificate from "-----BEGIN CERTIFICATE-----" to "-----END CERTIFICATE-----", or the Base64 of a .p12 file.',
			),
		);
	}
	if (endpoint.instId !== undefined && endpoint.region === undefined) {
		problems.push(
			fieldProblem('Region', 'is empty', 'Enter the region of the DB instance, such as eu-de.'),
		);
	}
	return problems;
}
