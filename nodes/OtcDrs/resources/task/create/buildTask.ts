import type { IDataObject } from 'n8n-workflow';
import type { operations } from '../../../../shared/contract.generated';
import { compact } from '../../../../shared/items/compact';
import { mergeDeep } from '../../../../shared/items/mergeDeep';
import { readCertificate } from './certificate';
import type { EndpointInput, TaskInput } from './input';
import type { Scenario } from './scenario';

/** One task in the request body of the batch creation (drs_03_0104). */
export type TaskBody =
	operations['createTasks']['requestBody']['content']['application/json']['jobs'][number];

/** One endpoint in that body. */
export type EndpointBody = TaskBody['source_endpoint'];

const ENTERPRISE_PROJECT_TAG = '_sys_enterprise_project_id';

function buildEndpoint(input: EndpointInput): EndpointBody {
	const certificate = input.sslCert === undefined ? undefined : readCertificate(input.sslCert);
	return compact<EndpointBody>({
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

/**
 * Maps a task as the user described it onto the request body. Pure: the same input gives the same body.
 *
 * @param input the task, checked by `checkTask`
 * @param scenario migration, synchronization or disaster recovery
 * @returns the body of one task; it holds nothing that was not set, and the additional request fields on top
 */
export function buildTask(input: TaskInput, scenario: Scenario): TaskBody {
	const body = compact<TaskBody>({
		name: input.name,
		db_use_type: scenario.dbUseType,
		engine_type: input.engineType as TaskBody['engine_type'],
		job_direction: input.jobDirection as TaskBody['job_direction'],
		net_type: input.netType as TaskBody['net_type'],
		node_type: input.nodeType as TaskBody['node_type'],
		task_type: input.taskType as TaskBody['task_type'],
		customize_sutnet_id: input.subnetId as string,
		bind_eip: input.bindEip,
		is_target_readonly: input.isTargetReadonly,
		multi_write: input.multiWrite,
		node_num: input.nodeNum,
		description: input.description,
		expired_days: input.expiredDays === undefined ? undefined : String(input.expiredDays),
		master_az: input.masterAz,
		slave_az: input.slaveAz,
		tags: input.tags,
		sys_tags:
			input.enterpriseProjectId === undefined
				? undefined
				: [{ key: ENTERPRISE_PROJECT_TAG, value: input.enterpriseProjectId }],
		source_endpoint: buildEndpoint(input.source),
		target_endpoint: buildEndpoint(input.target),
	});
	return mergeDeep(
		body as unknown as IDataObject,
		input.additionalRequestFields ?? {},
	) as unknown as TaskBody;
}

/**
 * Turns the body of a task into the flat form of the guide page "Task Creation Example" (drs_03_0128), which spells the
 * endpoints `source_Endpoint` and `target_Endpoint`.
 */
export function toSingleTaskBody(body: TaskBody): IDataObject {
	const { source_endpoint: source, target_endpoint: target, ...rest } = body;
	return { ...rest, source_Endpoint: source, target_Endpoint: target } as unknown as IDataObject;
}
