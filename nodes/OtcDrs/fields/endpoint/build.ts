import type { operations } from '../../../shared/drs/contract.generated';
import { withoutUndefined } from '../../../shared/values/withoutUndefined';
import { readCertificate } from './certificate';
import type { EndpointInput } from './input';

/** One endpoint in the request body of the batch creation (drs_03_0104). */
export type EndpointBody =
	operations['createTasks']['requestBody']['content']['application/json']['jobs'][number]['source_endpoint'];

/** @returns one side of a task as the request holds it; nothing that was not set, and the certificate with its checksum. */
export function buildEndpoint(input: EndpointInput): EndpointBody {
	const reading = input.sslCert === undefined ? undefined : readCertificate(input.sslCert);
	const certificate = reading?.ok ? reading.value : undefined;
	return withoutUndefined<EndpointBody>({
		db_type: input.dbType as EndpointBody['db_type'],
		az_code: input.azCode,
		region: input.region,
		inst_id: input.instId,
		inst_name: input.instName,
		project_id: input.projectId,
		vpc_id: input.vpcId,
		subnet_id: input.subnetId,
		security_group_id: input.securityGroupId,
		ip: input.ip,
		db_port: input.dbPort,
		db_user: input.dbUser,
		db_password: input.dbPassword,
		mongo_ha_mode: input.mongoHaMode,
		cluster_mode: input.clusterMode as EndpointBody['cluster_mode'],
		ssl_link: input.sslLink,
		ssl_cert_name: input.sslCertName,
		ssl_cert_key: certificate?.base64,
		ssl_cert_check_sum: input.sslCertCheckSum ?? certificate?.checkSum,
		ssl_cert_password: input.sslCertPassword,
	});
}
