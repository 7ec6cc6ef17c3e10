import { servicePaths } from '../parts/services.mts';
import { drsPaths } from './drs.mts';
import type { ReferenceOperation } from './reference.mts';

/**
 * Builds the one contract of this package: DRS v3 from the reference data, IAM and the lists by hand.
 *
 * @param operations the DRS operations of the reference data
 * @returns an OpenAPI 3.1 document
 */
export function buildDocument(operations: readonly ReferenceOperation[]) {
	return {
		openapi: '3.1.0',
		info: {
			title:
				'Open Telekom Cloud: Data Replication Service v3, with what its users need of other services',
			version: '1',
		},
		servers: [
			{
				url: 'https://{service}.{region}.otc.t-systems.com',
				variables: { service: { default: 'drs' }, region: { default: 'eu-de' } },
			},
		],
		security: [{ token: [] }, { accessKey: [] }],
		paths: { ...drsPaths(operations), ...servicePaths() },
		components: {
			securitySchemes: {
				token: { type: 'apiKey', in: 'header', name: 'X-Auth-Token' },
				accessKey: {
					type: 'apiKey',
					in: 'header',
					name: 'Authorization',
					description: 'SDK-HMAC-SHA256',
				},
			},
		},
	};
}
