import type { ICredentialDataDecryptedObject, IExecuteFunctions } from 'n8n-workflow';
import { regionOf } from '../../../../credentials/iam/settings';
import type { CredentialSnapshot } from '../../../shared/client/send';
import { withoutUndefined } from '../../../shared/values/withoutUndefined';
import type { Fields } from '../../../shared/n8n/parameters/fields';
import type { Reader } from '../../../shared/n8n/parameters/reader';
import { readFlag, readString, readText } from '../../../shared/values/read';
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

/** What a run reads its credentials with. */
interface CredentialSource {
	context: IExecuteFunctions;
	parameters: Reader;
	/** The credential `otcApi`. */
	credential: CredentialSnapshot;
	itemCount: number;
}

/**
 * Reads the database credentials that at least one item asks for. An item of which that cannot be told fails by itself.
 *
 * @throws NodeOperationError by n8n if one is asked for and not set
 */
export async function readRunCredentials({
	context,
	parameters,
	credential,
	itemCount,
}: CredentialSource): Promise<RunCredentials> {
	const read = async (side: Side): Promise<ICredentialDataDecryptedObject | undefined> => {
		for (let item = 0; item < itemCount; item++) {
			const choice = parameters.option(`${side}Authentication`, item);
			if (!choice.ok || choice.value !== 'credential') continue;
			return await context.getCredentials<ICredentialDataDecryptedObject>(
				DATABASE_CREDENTIALS[side],
			);
		}
		return undefined;
	};
	return {
		region: regionOf(credential.data),
		source: await read('source'),
		target: await read('target'),
	};
}

/** @returns what the user entered for TLS in the collection of an endpoint. */
const readTls = (fields: Fields): EndpointInput => ({
	sslLink: fields.flag('sslLink'),
	sslCertName: fields.text('sslCertName'),
	sslCert: fields.text('sslCert'),
	sslCertPassword: fields.text('sslCertPassword'),
	sslCertCheckSum: fields.text('sslCertCheckSum'),
});

/** @returns login and TLS of a database credential, whose fields have the same names. */
const readCredential = (values: ICredentialDataDecryptedObject): EndpointInput => ({
	sslLink: readFlag(values.sslLink),
	sslCertName: readText(values.sslCertName),
	sslCert: readString(values.sslCert),
	sslCertPassword: readString(values.sslCertPassword),
	sslCertCheckSum: readText(values.sslCertCheckSum),
	dbUser: readText(values.user),
	dbPassword: readString(values.password),
});

function readLogin(
	fields: Fields,
	side: Side,
	credential: ICredentialDataDecryptedObject | undefined,
): EndpointInput {
	const authentication = fields.option(`${side}Authentication`);
	if (authentication === 'defineBelow') {
		return { dbUser: fields.text(`${side}User`), dbPassword: fields.text(`${side}Password`) };
	}
	if (authentication !== 'credential' || credential === undefined) return {};
	return readCredential(credential);
}

/**
 * Reads one side of a task from the fields of `endpointFields`.
 *
 * @param fields the fields of an item
 * @param side source or target
 * @param general the database type that the engine says, and whether a field of its own names a managed instance
 * @param credential the database credential, if the run has one for this side
 */
export function readEndpoint(
	fields: Fields,
	side: Side,
	general: { dbType?: string; managed: boolean; region: string },
	credential: ICredentialDataDecryptedObject | undefined,
): EndpointInput {
	const database = fields.group(`${side}Database`);
	const chosen = database.option('dbType');
	const instance = general.managed ? fields.text(`${side}Instance`) : undefined;
	return {
		...readLogin(fields, side, credential),
		...withoutUndefined(readTls(database)),
		dbType: chosen === 'other' ? database.text('otherDbType') : (chosen ?? general.dbType),
		azCode: database.text('azCode'),
		region: database.text('region') ?? (general.managed ? readText(general.region) : undefined),
		instId: instance ?? database.text('instId'),
		instName: database.text('instName'),
		projectId: database.text('projectId'),
		vpcId: database.text('vpc'),
		subnetId: database.text('subnet'),
		securityGroupId: database.text('securityGroup'),
		ip: database.text('ip'),
		dbPort: database.number('dbPort'),
		mongoHaMode: database.text('mongoHaMode'),
		clusterMode: database.option('clusterMode'),
	};
}
