import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { databaseFields } from '../../../../credentials/databaseFields';
import { regionOf } from '../../../../credentials/iam/settings';
import type { CredentialSnapshot } from '../../../shared/client/send';
import { withoutUndefined } from '../../../shared/values/withoutUndefined';
import type { Fields } from '../../../shared/n8n/parameters/fields';
import type { Reader } from '../../../shared/n8n/parameters/reader';
import { HOST_RULE } from './hostRule';
import type { FieldRules } from '../../../shared/n8n/parameters/rule';
import { readStored } from '../../../shared/n8n/parameters/stored';
import { readText } from '../../../shared/values/read';
import type { EndpointInput, Side } from './input';

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
const CREDENTIAL_RULES: FieldRules = {
	host: HOST_RULE,
	port: { whole: true },
	sslCert: { multiLine: true, secret: true },
};

/** What a run reads its credentials with. */
interface CredentialSource {
	context: IExecuteFunctions;
	parameters: Reader;
	/** The credential `otcApi`. */
	credential: CredentialSnapshot;
	itemCount: number;
}

const FROM_CREDENTIAL = 'credential';

/** @returns where the login of a side comes from: where nothing is said, from the credential, if there is one. */
function loginSource(fields: Fields, side: Side, isSelected: boolean): string | undefined {
	const database = `${side}Database`;
	if (!fields.isAdded(database)) return undefined;
	const byDefault = isSelected ? FROM_CREDENTIAL : undefined;
	return fields.group(database).option('authentication') ?? byDefault;
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
		const { type, label } = DATABASE_CREDENTIALS[side];
		const isSelected = context.getNode().credentials?.[type] !== undefined;
		for (let item = 0; item < itemCount; item++) {
			const choice = parameters.gather(item, (fields) => loginSource(fields, side, isSelected));
			if (!choice.ok || choice.value !== FROM_CREDENTIAL) continue;
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

/** The port of a database type, where the credential says 0. The hosts of MongoDB have ports. */
const USUAL_PORTS: Readonly<Record<string, number>> = {
	mysql: 3306,
	taurus: 3306,
	postgresql: 5432,
};

/** @returns what the user entered for TLS in the collection of an endpoint. */
const readTls = (fields: Fields): EndpointInput => ({
	sslLink: fields.flag('sslLink'),
	sslCertName: fields.text('sslCertName'),
	sslCert: fields.text('sslCert'),
	sslCertPassword: fields.text('sslCertPassword'),
	sslCertCheckSum: fields.text('sslCertCheckSum'),
});

/** @returns all of a database credential, whose fields have names of their own for what the API abbreviates. */
const readCredential = (values: Fields): EndpointInput => ({
	...readTls(values),
	ip: values.text('host'),
	dbPort: values.number('port') || undefined,
	dbUser: values.text('user'),
	dbPassword: values.text('password'),
});

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
	const source = loginSource(fields, side, credential !== undefined);
	const login = credential && source === FROM_CREDENTIAL ? readCredential(credential) : {};
	const chosen = database.option('dbType');
	const dbType = chosen === 'other' ? database.text('otherDbType') : (chosen ?? general.dbType);
	const ip = database.text('ip');
	const usualPort =
		ip === undefined && login.ip !== undefined ? USUAL_PORTS[dbType ?? ''] : undefined;
	const instance = general.managed && side === 'target' ? fields.text('targetInstance') : undefined;
	return {
		...login,
		dbUser: database.text('user') ?? login.dbUser,
		dbPassword: database.text('password') ?? login.dbPassword,
		...withoutUndefined(readTls(database)),
		dbType,
		azCode: database.text('azCode'),
		region: database.text('region') ?? (general.managed ? readText(general.region) : undefined),
		instId: instance ?? database.text('instId'),
		instName: database.text('instName'),
		projectId: database.text('projectId'),
		vpcId: database.text('vpc'),
		subnetId: database.text('subnet'),
		securityGroupId: database.text('securityGroup'),
		ip: ip ?? login.ip,
		dbPort: database.number('dbPort') ?? login.dbPort ?? usualPort,
		mongoHaMode: database.text('mongoHaMode'),
		clusterMode: database.option('clusterMode'),
	};
}
