import type { ICredentialDataDecryptedObject, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { success } from '../../../shared/failures/failure';
import { compact } from '../../../shared/values/compact';
import { locatorValue, type ParameterReader } from '../../../shared/n8n/ParameterReader';
import { attempt } from '../../../shared/n8n/readEach';
import { flag, number, secret, text } from '../../../shared/values/fieldValues';
import type { Side } from './fields';
import type { EndpointInput } from './input';

/** The credentials of a run, each read once. */
export interface RunCredentials {
	/** The region of the credential `otcApi`. */
	region: string;
	source?: ICredentialDataDecryptedObject;
	target?: ICredentialDataDecryptedObject;
}

const DATABASE_CREDENTIALS: Record<Side, string> = {
	source: 'otcDrsSourceDatabaseApi',
	target: 'otcDrsTargetDatabaseApi',
};

/** @returns the region of the credential `otcApi`, such as eu-de. */
function regionOf(credential: ICredentialDataDecryptedObject): string {
	return text(credential.region === 'custom' ? credential.customRegion : credential.region) ?? '';
}

/**
 * Reads the database credentials that at least one item asks for. An item of which that cannot be told fails by itself.
 *
 * @throws NodeOperationError by n8n if one is asked for and not set
 */
export async function readRunCredentials(
	context: IExecuteFunctions,
	reader: ParameterReader,
	itemCount: number,
	otcApi: ICredentialDataDecryptedObject,
): Promise<RunCredentials> {
	const read = async (side: Side): Promise<ICredentialDataDecryptedObject | undefined> => {
		for (let item = 0; item < itemCount; item++) {
			const choice = attempt(() =>
				success(reader.get<string>(`${side}Authentication`, item, 'none')),
			);
			if (!choice.ok || choice.value !== 'credential') continue;
			return await context.getCredentials<ICredentialDataDecryptedObject>(
				DATABASE_CREDENTIALS[side],
			);
		}
		return undefined;
	};
	return { region: regionOf(otcApi), source: await read('source'), target: await read('target') };
}

/** What the user entered for TLS, in the collection of an endpoint or in a database credential: the names are the same. */
function readTls(values: IDataObject | ICredentialDataDecryptedObject): EndpointInput {
	return {
		sslLink: flag(values.sslLink),
		sslCertName: text(values.sslCertName),
		sslCert: secret(values.sslCert),
		sslCertPassword: secret(values.sslCertPassword),
		sslCertCheckSum: text(values.sslCertCheckSum),
	};
}

function readLogin(
	reader: ParameterReader,
	side: Side,
	item: number,
	credential: ICredentialDataDecryptedObject | undefined,
): EndpointInput {
	const authentication = reader.get<string>(`${side}Authentication`, item, 'none');
	if (authentication === 'defineBelow') {
		return {
			dbUser: text(reader.get(`${side}User`, item, '')),
			dbPassword: secret(reader.get(`${side}Password`, item, '')),
		};
	}
	if (authentication !== 'credential' || credential === undefined) return {};
	return {
		...readTls(credential),
		dbUser: text(credential.user),
		dbPassword: secret(credential.password),
	};
}

/**
 * Reads one side of a task from the fields of `endpointFields`.
 *
 * @param reader the parameters of the node
 * @param side source or target
 * @param item the item's index
 * @param general the database type that the engine says, and whether a field of its own names a managed instance
 * @param credential the database credential, if the run has one for this side
 */
export function readEndpoint(
	reader: ParameterReader,
	side: Side,
	item: number,
	general: { dbType?: string; managed: boolean; region: string },
	credential: ICredentialDataDecryptedObject | undefined,
): EndpointInput {
	const fields = reader.get<IDataObject>(`${side}Database`, item, {});
	const dbType = fields.dbType === 'other' ? fields.otherDbType : (fields.dbType ?? general.dbType);
	const instance = general.managed ? text(reader.id(`${side}Instance`, item)) : undefined;
	return {
		...readLogin(reader, side, item, credential),
		...compact(readTls(fields)),
		dbType: text(dbType),
		azCode: text(locatorValue(fields.azCode)),
		region: text(fields.region) ?? (general.managed ? text(general.region) : undefined),
		instId: instance ?? text(fields.instId),
		instName: text(fields.instName),
		projectId: text(fields.projectId),
		vpcId: text(locatorValue(fields.vpc)),
		subnetId: text(locatorValue(fields.subnet)),
		securityGroupId: text(locatorValue(fields.securityGroup)),
		ip: text(fields.ip),
		dbPort: number(fields.dbPort),
		mongoHaMode: text(fields.mongoHaMode),
		clusterMode: text(fields.clusterMode),
	};
}
