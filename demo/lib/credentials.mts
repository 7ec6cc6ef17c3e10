import type { N8nApi } from './n8nApi.mts';

/** A credential as n8n's REST interface takes it. */
export interface CredentialBody {
	name: string;
	type: string;
	data: Record<string, string | number | boolean>;
}

/** A credential that n8n has. */
export interface CredentialReference {
	id: string;
	name: string;
	type: string;
}

/** The account of the simulator that the demo logs in with. */
export interface Account {
	domainName: string;
	userName: string;
	password: string;
}

/** Names by which the example workflows refer to their credentials. */
export const CREDENTIAL_NAMES = {
	otcApi: 'Open Telekom Cloud',
	otcDrsSourceDatabaseApi: 'Source Database',
	otcDrsTargetDatabaseApi: 'Target Database',
} as const;

/**
 * @param simulatorUrl origin of the simulator
 * @param account one of its accounts
 * @returns the three credentials of the demo; the database ones are made up
 */
export function sampleCredentials(simulatorUrl: string, account: Account): CredentialBody[] {
	return [
		{
			name: CREDENTIAL_NAMES.otcApi,
			type: 'otcApi',
			data: {
				region: 'custom',
				customRegion: 'eu-de',
				iamEndpoint: simulatorUrl,
				serviceEndpoint: `${simulatorUrl}/{service}`,
				domainName: account.domainName,
				userName: account.userName,
				password: account.password,
			},
		},
		{
			name: CREDENTIAL_NAMES.otcDrsSourceDatabaseApi,
			type: 'otcDrsSourceDatabaseApi',
			data: { host: '10.0.0.5', user: 'shop_replication', password: 'Sample-Source-Passw0rd' },
		},
		{
			name: CREDENTIAL_NAMES.otcDrsTargetDatabaseApi,
			type: 'otcDrsTargetDatabaseApi',
			data: { user: 'root', password: 'Sample-Target-Passw0rd' },
		},
	];
}

/** Nothing listens there: the demo has no database, and asks nobody else's. */
const NO_DATABASE = {
	host: '127.0.0.1',
	port: 1,
	user: 'reader',
	password: 'Sample-Reader-Passw0rd',
};

/** @param smtpPort of the demo's inbox on loopback, another one after each start */
export function mailCredential(smtpPort: number): CredentialBody {
	const server = { host: '127.0.0.1', port: smtpPort, user: '', password: '' };
	return { name: 'SMTP', type: 'smtp', data: { ...server, secure: false, disableStartTls: true } };
}

/** @returns the database credentials of n8n's own nodes in the example workflows: databases that are not there */
export function databaseCredentials(): CredentialBody[] {
	return ['Source', 'Target'].flatMap((side) => [
		{
			name: `${side} MySQL`,
			type: 'mySql',
			data: { ...NO_DATABASE, database: 'information_schema' },
		},
		{
			name: `${side} PostgreSQL`,
			type: 'postgres',
			data: { ...NO_DATABASE, database: 'postgres', ssl: 'disable' },
		},
	]);
}

/** @returns the credentials that the user of the session can see. */
async function listCredentials(api: N8nApi): Promise<CredentialReference[]> {
	return await api.call('GET', '/rest/credentials');
}

const findCredential = async (
	api: N8nApi,
	{ name, type }: CredentialBody,
): Promise<CredentialReference | undefined> =>
	(await listCredentials(api)).find((one) => one.name === name && one.type === type);

/** Creates a credential where there is none of its type and name: people enter values of theirs. */
export async function createMissing(api: N8nApi, body: CredentialBody): Promise<void> {
	if ((await findCredential(api, body)) === undefined)
		await api.call('POST', '/rest/credentials', body);
}

/**
 * Creates a credential, or gives the one of the same type and name new values.
 * @returns the credential as n8n has it
 */
export async function putCredential(
	api: N8nApi,
	body: CredentialBody,
): Promise<CredentialReference> {
	const existing = await findCredential(api, body);
	return existing === undefined
		? await api.call('POST', '/rest/credentials', body)
		: await api.call('PATCH', `/rest/credentials/${existing.id}`, body);
}
