import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { FIRST } from '../../../../shared/values/certificates.mts';

const endpoint = {
	azCode: 'eu-de-01',
	region: 'eu-nl',
	instName: 'rds-shop',
	projectId: '054ba152d480d55b2f5dc0069e7ddef0',
	vpc: { __rl: true, mode: 'id', value: '0ff8df7b-f0e9-4b16-ac16-1db3dacb69e4' },
	subnet: { __rl: true, mode: 'id', value: 'f857d371-2f03-4622-85f6-2b7d42d0d82c' },
	securityGroup: { __rl: true, mode: 'id', value: 'd90c971b-4b9d-402c-9c59-5c239389b8dd' },
	ip: '192.168.0.27',
	dbPort: 27017,
	dbType: 'mongodb',
	mongoHaMode: 'ReplicaSet',
	clusterMode: 'Sharding4.0+',
	sslLink: true,
	sslCertName: 'ca.p12',
	sslCert: FIRST,
	sslCertPassword: 'p12-password',
};

/** A creation with every field of the reference. */
export const EVERY_FIELD: INodeParameters = {
	engineType: 'mongodb',
	sourceDatabase: {
		...endpoint,
		authentication: 'defineBelow',
		user: 'root',
		password: 'root-password',
		instId: { __rl: true, mode: 'id', value: '3cadd5a0ef724f55ac7fa5bcb5f4fc5fin02' },
	},
	targetDatabase: { ...endpoint, authentication: 'credential' },
	additionalFields: {
		jobDirection: 'up',
		netType: 'vpn',
		taskType: 'FULL_TRANS',
		description: 'shop',
		enterpriseProject: { __rl: true, mode: 'id', value: '0' },
		expiredDays: 20,
		isTargetReadonly: true,
		masterAz: 'eu-de-01',
		multiWrite: false,
		nodeNum: 3,
		nodeType: 'high',
		slaveAz: 'eu-de-02',
		tags: { tag: [{ key: 'team', value: 'shop' }] },
	},
};

const common = {
	db_type: 'mongodb',
	az_code: 'eu-de-01',
	region: 'eu-nl',
	inst_name: 'rds-shop',
	project_id: '054ba152d480d55b2f5dc0069e7ddef0',
	vpc_id: '0ff8df7b-f0e9-4b16-ac16-1db3dacb69e4',
	subnet_id: 'f857d371-2f03-4622-85f6-2b7d42d0d82c',
	security_group_id: 'd90c971b-4b9d-402c-9c59-5c239389b8dd',
	ip: '192.168.0.27',
	db_port: 27017,
	mongo_ha_mode: 'ReplicaSet',
	cluster_mode: 'Sharding4.0+',
	ssl_link: true,
	ssl_cert_name: 'ca.p12',
	ssl_cert_key: Buffer.from(FIRST).toString('base64'),
	ssl_cert_check_sum: '3a2f2339bdf15b3249721db913dda5e5cf36d7e50d5fdab2b39e5af54dd35561',
	ssl_cert_password: 'p12-password',
};

/** The task that it sends. */
export const EVERY_FIELD_SENT: IDataObject = {
	name: 'shop-db',
	db_use_type: 'migration',
	engine_type: 'mongodb',
	job_direction: 'up',
	net_type: 'vpn',
	node_type: 'high',
	task_type: 'FULL_TRANS',
	customize_sutnet_id: '352ad828-3467-4f03-987a-c55a5a9dd417',
	is_target_readonly: true,
	multi_write: false,
	node_num: 3,
	description: 'shop',
	expired_days: '20',
	master_az: 'eu-de-01',
	slave_az: 'eu-de-02',
	tags: [{ key: 'team', value: 'shop' }],
	sys_tags: [{ key: '_sys_enterprise_project_id', value: '0' }],
	source_endpoint: {
		...common,
		inst_id: '3cadd5a0ef724f55ac7fa5bcb5f4fc5fin02',
		db_user: 'root',
		db_password: 'root-password',
	},
	target_endpoint: {
		...common,
		inst_id: 'e05a3679efe241d8b5dee80b17c1a863in01',
		db_user: 'target-user',
		db_password: 'target-secret',
	},
};
