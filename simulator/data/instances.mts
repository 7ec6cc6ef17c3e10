import { securityGroups, subnets, vpcs } from './network.mts';

/** A managed DB instance, as the lists of RDS, DDS and GaussDB describe it. */
export interface Instance {
	id: string;
	name: string;
	status: string;
	datastore: { type: string; version: string };
	vpc_id: string;
	subnet_id: string;
	region: string;
	/** Virtual processors, and memory in GiB. */
	cpu: string;
	mem: string;
	/** Of RDS and GaussDB(for MySQL). */
	type?: string;
	/** Of DDS. */
	mode?: string;
	port: number | string;
	/** Of RDS. */
	private_ips?: string[];
	/** Of GaussDB(for MySQL). */
	private_write_ips?: string[];
	/** Of DDS. */
	groups?: Array<{ type: string; nodes: Array<{ role: string; private_ip: string }> }>;
	public_ips?: string[] | string;
	db_user_name: string;
	security_group_id: string;
	created: string;
	updated: string;
}

/** What the services say each in its own way. */
function accessOf(type: string, address: string): Partial<Instance> & Pick<Instance, 'port'> {
	if (type === 'DDS-Community') {
		const nodes = ['Primary', 'Secondary'].map((role, index) => ({
			role,
			private_ip: address.replace(/\d+$/, (last) => String(Number(last) + index)),
		}));
		return { mode: 'ReplicaSet', port: '8635', groups: [{ type: 'replica', nodes }] };
	}
	if (type === 'gaussdb-mysql') {
		return { type: 'Cluster', port: '3306', private_write_ips: [address], public_ips: '' };
	}
	return {
		type: 'Ha',
		port: type === 'PostgreSQL' ? 5432 : 3306,
		private_ips: [address],
		public_ips: [],
	};
}

const instance = (
	id: string,
	name: string,
	type: string,
	version: string,
	place = 0,
): Instance => ({
	...accessOf(
		type,
		`${place === 0 ? '192.168.0' : '172.21.176'}.${100 + (parseInt(id.slice(0, 4), 16) % 100)}`,
	),
	db_user_name: type === 'DDS-Community' ? 'rwuser' : 'root',
	security_group_id: securityGroups[0].id,
	created: '2026-01-15T08:00:00+0000',
	updated: '2026-01-15T08:10:00+0000',
	id,
	name,
	status: 'ACTIVE',
	cpu: '2',
	mem: '8',
	datastore: { type, version },
	vpc_id: vpcs[place].id,
	subnet_id: subnets[place === 0 ? 0 : 3].id,
	region: 'eu-de',
});

/** RDS instances of every project; the IDs of the reference's examples are among them. */
export const rdsInstances: readonly Instance[] = [
	instance('e05a3679efe241d8b5dee80b17c1a863in01', 'rds-shop', 'MySQL', '8.0'),
	instance('64e8d7a31afa476ca85609a17af83765in01', 'rds-billing', 'MySQL', '8.0'),
	instance('63e0699063494a8a93798f38abf3247ein01', 'rds-crm', 'MySQL', '5.7'),
	instance('3ef57dbcc8db478a9e346d26ef2575bfin01', 'rds-warehouse', 'MySQL', '8.0', 1),
	instance('8bd1f0c2a4e94d0f9b1c2d3e4f5a6b01in01', 'rds-forum', 'MySQL', '5.7', 1),
	instance('8bd1f0c2a4e94d0f9b1c2d3e4f5a6b02in03', 'pg-orders', 'PostgreSQL', '14', 1),
	instance('8bd1f0c2a4e94d0f9b1c2d3e4f5a6b03in03', 'pg-reports', 'PostgreSQL', '15', 1),
	instance('8bd1f0c2a4e94d0f9b1c2d3e4f5a6b04in03', 'pg-archive', 'PostgreSQL', '13'),
];

/** DDS instances of every project. */
export const ddsInstances: readonly Instance[] = [
	instance('3cadd5a0ef724f55ac7fa5bcb5f4fc5fin02', 'dds-catalog', 'DDS-Community', '4.0'),
	instance('3cadd5a0ef724f55ac7fa5bcb5f4fc60in02', 'dds-sessions', 'DDS-Community', '4.2', 1),
];

/** GaussDB(for MySQL) instances of every project. */
export const gaussDbInstances: readonly Instance[] = [
	instance('5b1c7d4e9f2a43c8a1d0e6f7b8c9d0e1in07', 'gauss-shop', 'gaussdb-mysql', '8.0'),
	instance('5b1c7d4e9f2a43c8a1d0e6f7b8c9d0e2in07', 'gauss-billing', 'gaussdb-mysql', '8.0', 1),
];

/** Every managed instance that a task can name. */
export const allInstances: readonly Instance[] = [
	...rdsInstances,
	...ddsInstances,
	...gaussDbInstances,
];
