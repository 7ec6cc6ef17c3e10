import type { EndpointBody } from '../../../fields/endpoint/build';

/** A database to test, as the user described it. */
export interface TestedDatabase {
	/** `so`, `ta`, or `ls` for the shards of a cluster. */
	side: string;
	netType: string;
	dbName?: string;
	endpoint: EndpointBody;
}
