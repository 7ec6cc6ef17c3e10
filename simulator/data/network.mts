/** VPCs of every project. */
export const vpcs = [
	{
		id: '65f0391c-0582-44a6-aa50-248f97ed82e1',
		name: 'vpc-databases',
		cidr: '192.168.0.0/16',
		status: 'OK',
		description: '',
		enterprise_project_id: '0',
		routes: [],
	},
	{
		id: '0ff8df7b-f0e9-4b16-ac16-1db3dacb69e4',
		name: 'vpc-applications',
		cidr: '172.16.0.0/12',
		status: 'OK',
		description: '',
		enterprise_project_id: '0',
		routes: [],
	},
	{
		id: 'b2c94a7e-5b0d-4a53-9d3c-6f1c0c7d2a11',
		name: 'vpc-analytics',
		cidr: '10.20.0.0/16',
		status: 'OK',
		description: '',
		enterprise_project_id: '0',
		routes: [],
	},
];

const subnet = (id: string, name: string, cidr: string, vpc: number) => ({
	id,
	name,
	cidr,
	vpc_id: vpcs[vpc].id,
	status: 'ACTIVE',
});

/** Subnets of every project, more than a page of most lists. */
export const subnets = [
	subnet('352ad828-3467-4f03-987a-c55a5a9dd417', 'subnet-mysql', '192.168.0.0/24', 0),
	subnet('faf513f3-7a88-4a5c-bec7-238699c29c17', 'subnet-mongodb', '192.168.1.0/24', 0),
	subnet('0cf77cfb-3785-4065-a9c4-74b7bb2df071', 'subnet-replication', '192.168.2.0/24', 0),
	subnet('f857d371-2f03-4622-85f6-2b7d42d0d82c', 'subnet-applications', '172.21.176.0/24', 1),
	...Array.from({ length: 9 }, (_, index) =>
		subnet(
			`7d1e5c00-0000-4000-8000-00000000000${index + 1}`,
			`subnet-analytics-${index + 1}`,
			`10.20.${index + 1}.0/24`,
			2,
		),
	),
];

/** Security groups of every project. */
export const securityGroups = [
	{
		id: 'd90c971b-4b9d-402c-9c59-5c239389b8dd',
		name: 'sg-databases',
		description: 'Database ports from the applications',
		enterprise_project_id: '0',
		security_group_rules: [],
	},
	{
		id: '3f2b7c1e-8f0a-4a6f-8b8e-2c9d1f7a5e10',
		name: 'default',
		description: 'Default security group',
		enterprise_project_id: '0',
		security_group_rules: [],
	},
];

/** Enterprise projects of every account. */
export const enterpriseProjects = [
	{ id: '0', name: 'default', description: '', status: 1 },
	{ id: '9a1f5d3c-7e84-4a60-b1a8-3c2d6f9e0b11', name: 'shop', description: 'Web shop', status: 1 },
	{
		id: '9a1f5d3c-7e84-4a60-b1a8-3c2d6f9e0b12',
		name: 'billing',
		description: 'Invoices',
		status: 1,
	},
];
