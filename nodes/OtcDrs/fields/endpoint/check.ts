import {
	isWholeBetween,
	fieldProblem,
	type FieldProblem,
} from '../../../shared/failures/fieldProblems';
import { readHosts } from '../../../shared/values/hosts';
import { readCertificate } from './certificate';
import type { EndpointInput } from './input';

const WITH_PORTS = ['mongodb', 'dds'];

/** Only the hosts of MongoDB have ports; of a task that exists the type may be unknown here. */
const hasPortsInHosts = ({ ip, dbType }: EndpointInput): boolean =>
	ip === undefined || dbType === undefined || WITH_PORTS.includes(dbType);

/** @returns what is wrong with one side of a task, by the names of its fields. */
export function checkEndpoint(endpoint: EndpointInput, side: 'Source' | 'Target'): FieldProblem[] {
	const problems: FieldProblem[] = [];
	const field = (name: string): string => `${side} Database → ${name}`;
	/** The port of a MongoDB cluster is 0, because its hosts have ports. */
	const leastPort = WITH_PORTS.includes(endpoint.dbType ?? '') ? 0 : 1;
	if (endpoint.dbPort !== undefined && !isWholeBetween(endpoint.dbPort, leastPort, 65_535)) {
		problems.push(
			fieldProblem(
				field('Port'),
				`${endpoint.dbPort} is not a port`,
				'Enter a whole number from 1 to 65535.',
			),
		);
	}
	const certificate =
		endpoint.sslCert === undefined ? undefined : readCertificate(endpoint.sslCert);
	if (certificate?.ok === false) {
		problems.push(fieldProblem(field('SSL Certificate'), certificate.fault, certificate.remedy));
	}
	const hosts = hasPortsInHosts(endpoint)
		? undefined
		: readHosts(endpoint.ip ?? '', { ports: 'refused' });
	if (hosts?.ok === false) {
		problems.push(fieldProblem(field('Host'), hosts.fault, hosts.remedy));
	}
	if (endpoint.instId !== undefined && endpoint.region === undefined) {
		problems.push(
			fieldProblem(
				field('Region'),
				'is empty',
				'Add the field, and enter the region of the DB instance, such as eu-de.',
			),
		);
	}
	return problems;
}
