import { failed, success, type Outcome } from '../../../../shared/failures/failure';
import { toFailure } from '../../../../shared/failures/fieldProblems';
import type { ParameterReader } from '../../../../shared/n8n/ParameterReader';
import { readText } from '../../../../shared/values/read';
import { buildEndpoint } from '../../../fields/endpoint/build';
import { checkEndpoint } from '../../../fields/endpoint/check';
import type { Side } from '../../../fields/endpoint/fields';
import { readEndpoint, type RunCredentials } from '../../../fields/endpoint/read';
import { checkLogin } from './check';
import type { TestedDatabase } from './input';

/**
 * Reads the database to test from the fields of `connectionFields`.
 *
 * @returns the database, or the fields that are wrong
 */
export function readTestedDatabase(
	reader: ParameterReader,
	item: number,
	credentials: RunCredentials,
): Outcome<TestedDatabase> {
	const endPointType = reader.get<string>('endPointType', item, 'so');
	const side: Side = endPointType === 'ta' ? 'target' : 'source';
	const label = side === 'source' ? 'Source' : 'Target';
	const general = {
		dbType: reader.get<string>('dbType', item, ''),
		managed: false,
		region: '',
	};
	const endpoint = readEndpoint(reader, side, item, general, credentials[side]);
	const body = buildEndpoint(endpoint);
	const problems = [...checkEndpoint(endpoint, label), ...checkLogin(body, label)];
	if (problems.length > 0) return failed(toFailure(problems));
	return success({
		side: endPointType,
		netType: reader.get<string>('netType', item, 'eip'),
		dbName: readText(reader.get('dbName', item, '')),
		endpoint: body,
	});
}
