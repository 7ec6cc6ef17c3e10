import { failed, success, type Outcome } from '../../../../shared/failures/failure';
import { toFailure } from '../../../../shared/failures/fieldProblems';
import type { Fields } from '../../../../shared/n8n/parameters/fields';
import { buildEndpoint } from '../../../fields/endpoint/build';
import { checkEndpoint } from '../../../fields/endpoint/check';
import type { Side } from '../../../fields/endpoint/input';
import { readEndpoint, type RunCredentials } from '../../../fields/endpoint/read';
import { checkDatabase } from './check';
import type { TestedDatabase } from './input';

/**
 * Reads the database to test from the fields of `connectionFields`.
 *
 * @returns the database, or the fields that are wrong
 */
export function readTestedDatabase(
	fields: Fields,
	credentials: RunCredentials,
): Outcome<TestedDatabase> {
	const endPointType = fields.option('endPointType') ?? 'so';
	const side: Side = endPointType === 'ta' ? 'target' : 'source';
	const label = side === 'source' ? 'Source' : 'Target';
	const general = {
		dbType: fields.option('dbType'),
		managed: false,
		region: '',
	};
	const endpoint = readEndpoint(fields, side, general, credentials[side]);
	const body = buildEndpoint(endpoint);
	const problems = [...checkEndpoint(endpoint, label), ...checkDatabase(body, label)];
	if (problems.length > 0) return failed(toFailure(problems));
	return success({
		side: endPointType,
		netType: fields.option('netType') ?? 'eip',
		dbName: fields.text('dbName'),
		endpoint: body,
	});
}
