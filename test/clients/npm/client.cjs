/**
 * Signs with the vendor's SDK: looks the project up, lists, and calls all operations of DRS.
 * Usage: client.cjs <service address pattern> <steps.json> [permanent|temporary]. Ends with an error at the first refusal.
 */
const { readFileSync } = require('node:fs');
const core = require('@huaweicloud/huaweicloud-sdk-core');
const { ClientBuilder } = require('@huaweicloud/huaweicloud-sdk-core/ClientBuilder');
const iam = require('@huaweicloud/huaweicloud-sdk-iam/v3/public-api');
const vpc = require('@huaweicloud/huaweicloud-sdk-vpc/v2/public-api');

const [pattern, stepsFile, kind = 'permanent'] = process.argv.slice(2);
const address = (service) => pattern.replace('{service}', service);
const KEYS = {
	permanent: ['SIMULATORAKEY0000001', 'SimulatorSecretKeyDoNotUse0000000000001'],
	temporary: [
		'SIMULATORAKEY0000002',
		'SimulatorSecretKeyDoNotUse0000000000002',
		'simulator-security-token-0001',
	],
};

function credentials(type) {
	const [ak, sk, token] = KEYS[kind];
	const made = new type({ ak, sk });
	if (token) made.withSecurityToken(token);
	return made;
}

function expect(condition, what) {
	if (!condition) throw new Error(what);
}

/** The SDK asks IAM for the project of the region itself. */
function projectCredentials() {
	const made = credentials(core.BasicCredentials);
	made.withIamEndpoint(address('iam'));
	return made;
}

async function lookAround() {
	const global = credentials(core.GlobalCredentials).withDomainId(
		'5f6d0000000000000000000000000001',
	);
	const users = iam.IamClient.newBuilder()
		.withCredential(global)
		.withEndpoint(address('iam'))
		.build();
	const { projects } = await users.keystoneListProjects(
		new iam.KeystoneListProjectsRequest().withName('eu-de'),
	);
	expect(projects.length === 1 && projects[0].links.self, 'projects');
	const { regions } = await users.keystoneListRegions(new iam.KeystoneListRegionsRequest());
	expect(regions.length > 0, 'regions');
	const { version } = await users.keystoneShowVersion(new iam.KeystoneShowVersionRequest());
	expect(version.id === 'v3.6', 'version');
	const networks = vpc.VpcClient.newBuilder()
		.withCredential(projectCredentials())
		.withRegion(new core.Region('eu-de', [address('vpc')]))
		.build();
	const { vpcs } = await networks.listVpcs(new vpc.ListVpcsRequest());
	expect(vpcs.length > 1, 'VPCs');
	const shown = await networks.showVpc(new vpc.ShowVpcRequest(vpcs[0].id));
	expect(shown.vpc.name === vpcs[0].name, 'one VPC');
	const filtered = await networks.listVpcs(new vpc.ListVpcsRequest().withId(vpcs[1].id));
	expect(filtered.vpcs.length === 1, 'VPC by ID');
	const { subnets } = await networks.listSubnets(new vpc.ListSubnetsRequest());
	expect(subnets.length > 1, 'subnets');
	const { security_groups: groups } = await networks.listSecurityGroups(
		new vpc.ListSecurityGroupsRequest(),
	);
	expect(groups.length > 1, 'security groups');
}

async function callDrs(steps) {
	const client = new ClientBuilder((hcClient) => hcClient)
		.withCredential(projectCredentials())
		.withRegion(new core.Region('eu-de', [address('drs')]))
		.build();
	const saved = new Map();
	const fill = (value) =>
		value === undefined
			? undefined
			: JSON.parse(
					[...saved].reduce(
						(text, [name, known]) => text.replaceAll(`{${name}}`, known),
						JSON.stringify(value),
					),
				);
	for (const step of steps) {
		const answer = await client.sendRequest({
			method: step.method,
			url: `/v3/{project_id}${fill(step.path)}`,
			contentType: 'application/json',
			queryParams: {},
			pathParams: {},
			headers: { 'Content-Type': 'application/json' },
			data: fill(step.body),
		});
		for (const [name, place] of Object.entries(step.save ?? {}))
			saved.set(
				name,
				place.reduce((found, key) => found[key], answer),
			);
	}
}

lookAround()
	.then(() => callDrs(JSON.parse(readFileSync(stepsFile, 'utf8'))))
	.then(() => console.log('done'))
	.catch((error) => {
		console.error(error);
		process.exit(1);
	});
