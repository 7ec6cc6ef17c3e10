import type { INodeParameters } from 'n8n-workflow';

/** A field of the node, what a user puts into it, and where that stands in the request. */
export interface Landing {
	/** Path of the field: parameters of collections are joined by dots, entries of lists are marked by []. */
	field: string;
	value: unknown;
	/** Paths below the entry of the task, with their values; none where the field changes what happens, not what is sent. */
	sent: Record<string, unknown>;
	/** Other fields that have to be filled in together with this one. */
	with?: INodeParameters;
}

/** An operation of the node with all its fields. */
export interface OperationLandings {
	resource: string;
	operation: string;
	/** The operation of the contract that the fields land in. */
	operationId: string;
	/** Where the entry of the task stands in the request; the whole body when empty. */
	entry: string;
	/** What every request of the operation needs. */
	base: INodeParameters;
	landings: Landing[];
	/** Fields of the contract that the node sets by itself, with the reason. */
	automatic?: Record<string, string>;
}

/** @returns a landing for a field with the value as it is sent. */
export const lands = (
	field: string,
	value: unknown,
	path: string,
	other?: INodeParameters,
): Landing => ({
	field,
	value,
	sent: { [path]: value },
	...(other ? { with: other } : {}),
});

/** @returns a resource locator with an ID. */
export const locator = (value: string) => ({ __rl: true, mode: 'id', value });

/** @returns a landing for a field that picks something from a list. */
export const picks = (
	field: string,
	value: string,
	path: string,
	other?: INodeParameters,
): Landing => ({
	field,
	value: locator(value),
	sent: { [path]: value },
	...(other ? { with: other } : {}),
});

/** A self-signed certificate whose key was thrown away, and its SHA-256 in hex. */
const CERTIFICATE = {
	base64: [
		'MIIBgzCCASmgAwIBAgIUHnZ78Yt2/QdRWP0zvlEyIct0FY0wCgYIKoZIzj0EAwIwFzEVMBMGA1UEAwwMY2EtMS5leG',
		'FtcGxlMB4XDTI2MTEyNTE3NDIxMloXDTM2MTEyMjE3NDIxMlowFzEVMBMGA1UEAwwMY2EtMS5leGFtcGxlMFkwEwYH',
		'KoZIzj0CAQYIKoZIzj0DAQcDQgAEkw7acXh8elHKFT8LZE85FaMGDJtEYfwvma1Qnz9xhiutyM3MzSV45k0NPybwO2',
		'+CShMKpG4NWoFV2+5T7RXeKaNTMFEwHQYDVR0OBBYEFIdXJTlCuore9P6k7kOCCShOJVcjMB8GA1UdIwQYMBaAFIdX',
		'JTlCuore9P6k7kOCCShOJVcjMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAOhzX3+qeDOMUcfaSH',
		'gD+rq+Ibs1Dn1OtbqHw222O6rcAiANhc8DwKEJ4wEZNockxaLpBN65jYmeO8ORMkLbpmJF7w==',
	].join(''),
	checkSum: '3e04f66ad7029f32fed04e32827a1c100d4640e07baaa757a1ca990d2df2356f',
};

interface EndpointOptions {
	/** Which fields the operation takes, by their names in the API; all by default. */
	takes?: readonly string[];
	/** Path of the endpoint in the entry, with a dot at its end. */
	path: string;
	/** Path of the user and the password, where it differs. */
	names?: Record<string, string>;
	other?: INodeParameters;
	/** What the fields of MongoDB need besides. */
	mongo?: INodeParameters;
}

/** @returns the landings of one side of a task. */
export function endpointLandings(side: 'source' | 'target', options: EndpointOptions): Landing[] {
	const { takes, path, other, mongo } = options;
	const below = { ...other, [`${side}Database`]: { authentication: 'defineBelow' } };
	const text = (field: string, apiField: string, value: unknown = `${side}-${field}`): Landing =>
		lands(`${side}Database.${field}`, value, `${path}${apiField}`, other);
	const mongoText = (field: string, apiField: string, value?: unknown): Landing => ({
		...text(field, apiField, value),
		...(mongo ? { with: mongo } : {}),
	});
	const pick = (field: string, apiField: string): Landing =>
		picks(`${side}Database.${field}`, `${side}-${field}`, `${path}${apiField}`, other);
	const inCollection: Landing[] = [
		pick('azCode', 'az_code'),
		mongoText('clusterMode', 'cluster_mode', 'Sharding4.0+'),
		{
			...pick('instId', 'inst_id'),
			with: {
				...other,
				additionalFields: { jobDirection: 'non-dbs' },
				[`${side}Database`]: { region: 'eu-nl' },
			},
		},
		text('instName', 'inst_name'),
		text('dbType', 'db_type', 'taurus'),
		{
			...text('otherDbType', 'db_type', `${side}-other`),
			with: { ...other, [`${side}Database`]: { dbType: 'other' } },
		},
		text('ip', 'ip'),
		mongoText('mongoHaMode', 'mongo_ha_mode'),
		text('dbPort', 'db_port', side === 'source' ? 3307 : 3308),
		text('projectId', 'project_id'),
		text('region', 'region'),
		{
			...text('sslLink', 'ssl_link', true),
			with: {
				...other,
				[`${side}Database`]: { sslCert: CERTIFICATE.base64, sslCertName: 'ca.pem' },
			},
		},
		{
			...text('sslCert', 'ssl_cert_key', CERTIFICATE.base64),
			sent: {
				[`${path}ssl_cert_key`]: CERTIFICATE.base64,
				[`${path}ssl_cert_check_sum`]: CERTIFICATE.checkSum,
			},
		},
		text('sslCertCheckSum', 'ssl_cert_check_sum'),
		text('sslCertName', 'ssl_cert_name'),
		text('sslCertPassword', 'ssl_cert_password'),
		pick('securityGroup', 'security_group_id'),
		pick('subnet', 'subnet_id'),
		pick('vpc', 'vpc_id'),
	];
	return [
		lands(`${side}Database.user`, `${side}-user-1`, `${path}db_user`, below),
		lands(`${side}Database.password`, `${side}-password-1`, `${path}db_password`, below),
		...inCollection.filter(
			({ sent }) =>
				takes === undefined ||
				Object.keys(sent).every((name) => takes.includes(name.slice(path.length))),
		),
	];
}
