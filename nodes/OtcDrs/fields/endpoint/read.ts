import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { databaseFields } from '../../../../credentials/databaseFields';
import { regionOf } from '../../../../credentials/iam/settings';
import type { CredentialSnapshot } from '../../../shared/client/send';
import { withoutUndefined } from '../../../shared/values/withoutUndefined';
import type { Fields } from '../../../shared/n8n/parameters/fields';
import type { Reader } from '../../../shared/n8n/parameters/reader';
import type { FieldRules } from '../../../shared/n8n/parameters/rule';
import { readStored } from '../../../shared/n8n/parameters/stored';
import { readText } from '../../../shared/values/read';
import type { Side } from './fields';
import type { EndpointInput } from './input';

/** The credentials of a run, each read once. */
export interface RunCredentials {
	/** The region of the credential `otcApi`. */
	region: string;
	source?: Fields;
	target?: Fields;
}

const DATABASE_CREDENTIALS: Record<Side, { type: string; label: string }> = {
	source: { type: 'otcDrsSourceDatabaseApi', label: 'OTC DRS Source Database API → ' },
	target: { type: 'otcDrsTargetDatabaseApi', label: 'OTC DRS Target Database API → ' },
};

/** What the descriptions of a credential's fields cannot say about their values. */
const CREDENTIAL_RULES: FieldRules = { sslCert: { multiLine: true, secret: true } };

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
 * @throws NodeOperationError if one is asked for and not set, or holds a value that its field cannot have
 */
export async function readRunCredentials({
	context,
	parameters,
	credential,
	itemCount,
}: CredentialSource): Promise<RunCredentials> {
	const read = async (side: Side): Promise<Fields | undefined> => {
		for (let item = 0; item < itemCount; item++) {
			const choice = parameters.option(`${side}Authentication`, item);
			if (!choice.ok || choice.value !== 'credential') continue;
			const { type, label } = DATABASE_CREDENTIALS[side];
			const stored = readStored({
				properties: databaseFields(),
				values: await context.getCredentials(type),
				label,
				rules: CREDENTIAL_RULES,
			});
			if (stored.ok) return stored.value;
			const { message, description } = stored.failure;
			throw new NodeOperationError(context.getNode(), message, { description });
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
const readCredential = (values: Fields): EndpointInput => ({
	...readTls(values),
	dbUser: values.text('user'),
	dbPassword: values.text('password'),
});

function readLogin(fields: Fields, side: Side, credential: Fields | undefined): EndpointInput {
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
	credential: Fields | undefined,
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
