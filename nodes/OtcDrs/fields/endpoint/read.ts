import type { ICredentialDataDecryptedObject, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { regionOf } from '../../../../credentials/iam/settings';
import type { CredentialSnapshot } from '../../../shared/client/send';
import { success } from '../../../shared/failures/failure';
import { withoutUndefined } from '../../../shared/values/withoutUndefined';
import { locatorValue, type ParameterReader } from '../../../shared/n8n/ParameterReader';
import { catchFailure } from '../../../shared/n8n/readEach';
import { readFlag, readNumber, readString, readText } from '../../../shared/values/read';
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
	reader: ParameterReader;
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
	reader,
	credential,
	itemCount,
}: CredentialSource): Promise<RunCredentials> {
	const read = async (side: Side): Promise<ICredentialDataDecryptedObject | undefined> => {
		for (let item = 0; item < itemCount; item++) {
			const choice = catchFailure(() =>
				success(reader.get<string>(`${side}Authentication`, item, 'none')),
			);
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

/** What the user entered for TLS, in the collection of an endpoint or in a database credential: the names are the same. */
function readTls(values: IDataObject | ICredentialDataDecryptedObject): EndpointInput {
	return {
		sslLink: readFlag(values.sslLink),
		sslCertName: readText(values.sslCertName),
		sslCert: readString(values.sslCert),
		sslCertPassword: readString(values.sslCertPassword),
		sslCertCheckSum: readText(values.sslCertCheckSum),
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
			dbUser: readText(reader.get(`${side}User`, item, '')),
			dbPassword: readString(reader.get(`${side}Password`, item, '')),
		};
	}
	if (authentication !== 'credential' || credential === undefined) return {};
	return {
		...readTls(credential),
		dbUser: readText(credential.user),
		dbPassword: readString(credential.password),
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
	const instance = general.managed ? readText(reader.id(`${side}Instance`, item)) : undefined;
	return {
		...readLogin(reader, side, item, credential),
		...withoutUndefined(readTls(fields)),
		dbType: readText(dbType),
		azCode: readText(locatorValue(fields.azCode)),
		region: readText(fields.region) ?? (general.managed ? readText(general.region) : undefined),
		instId: instance ?? readText(fields.instId),
		instName: readText(fields.instName),
		projectId: readText(fields.projectId),
		vpcId: readText(locatorValue(fields.vpc)),
		subnetId: readText(locatorValue(fields.subnet)),
		securityGroupId: readText(locatorValue(fields.securityGroup)),
		ip: readText(fields.ip),
		dbPort: readNumber(fields.dbPort),
		mongoHaMode: readText(fields.mongoHaMode),
		clusterMode: readText(fields.clusterMode),
	};
}
