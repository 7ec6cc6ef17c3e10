import type { ApiClient } from '../client/client';
import { recordsIn } from '../values/json';
import { finiteNumber, readText } from '../values/read';
import { GIGABYTE } from '../values/bytes';

/**
 * Reads the memory of an RDS instance from the list of RDS.
 *
 * @param client the client of the run
 * @param instanceId ID of the instance
 * @returns bytes; undefined where the list does not say, or may not be read
 */
export async function readMemory(
	client: ApiClient,
	instanceId: string,
): Promise<number | undefined> {
	const result = await client.call({
		service: 'rds',
		method: 'GET',
		path: '/v3/{project_id}/instances',
		query: { id: instanceId },
		idempotent: true,
		purpose: 'Memory of the target',
	});
	if (!result.ok) return undefined;
	const instance = recordsIn(result.response.body.instances).find(
		({ id }) => readText(id) === instanceId,
	);
	const gigabytes = finiteNumber(instance?.mem);
	return gigabytes === undefined || gigabytes <= 0 ? undefined : gigabytes * GIGABYTE;
}
