import { limiter } from '../batch/concurrency';
import type { ApiClient } from './client';

/**
 * @param client the client of the run
 * @param most calls at the same time, at least 1
 * @returns a client of which no more calls are under way, however they come about
 */
export function limitCalls(client: ApiClient, most: number): ApiClient {
	const limit = limiter(most);
	return {
		...client,
		call: async (request) => await limit(async () => await client.call(request)),
	};
}
