import {
	jsonParse,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IExecuteFunctions,
} from 'n8n-workflow';
import { compact } from '../../../../shared/items/compact';
import { locatorValue, type ParameterReader } from '../../../../shared/items/ParameterReader';
import type { Side } from './fields/endpoint';
import { readTags } from './fields/tags';
import type { EndpointInput, TaskInput } from './input';
import { findEngine, type Scenario } from './scenario';

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

const text = (value: unknown): string | undefined => {
	const found = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	return found === '' ? undefined : found;
};

/** Passwords and certificates are taken as they are: a space may belong to them. */
const secret = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;

const number = (value: unknown): number | undefined =>
	value === undefined || value === null || value === '' ? undefined : Number(value);

const flag = (value: unknown): boolean | undefined =>
	value === undefined || value === null || value === ''
		? undefined
		: value === true || value === 'true';

/** @returns the region of the credential `otcApi`, such as eu-de. */
export function regionOf(credential: ICredentialDataDecryptedObject): string {
	return text(credential.region === 'custom' ? credential.customRegion : credential.region) ?? '';
}

/**
 * Reads the database credentials that at least one item asks for.
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
			if (reader.get<string>(`${side}Authentication`, item, 'none') !== 'credential') continue;
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

function readEndpoint(
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
		azCode: text(fields.azCode),
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

/** @returns the object in a JSON field, undefined for an empty one, or null if it holds anything else. */
function readJsonObject(value: unknown): IDataObject | undefined | null {
	if (value === undefined || value === '') return undefined;
	const parsed: unknown =
		typeof value === 'string' ? jsonParse(value, { fallbackValue: null }) : value;
	const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
	return isObject ? (parsed as IDataObject) : null;
}

/** A task as read from one item; `invalidJson` tells that the additional request fields are not a JSON object. */
export interface ReadTask {
	input: TaskInput;
	invalidJson: boolean;
}

/**
 * Reads the task that one item describes.
 *
 * @param reader the parameters of the node
 * @param item the item's index
 * @param scenario migration, synchronization or disaster recovery
 * @param credentials the credentials of the run
 */
export function readTask(
	reader: ParameterReader,
	item: number,
	scenario: Scenario,
	credentials: RunCredentials,
): ReadTask {
	const get = (name: string): unknown => reader.get<string>(name, item, '');
	const chosenEngine = get('engineType');
	const engineType = text(chosenEngine === 'other' ? get('otherEngineType') : chosenEngine) ?? '';
	const engine = findEngine(engineType);
	const jobDirection = text(get('jobDirection')) ?? 'up';
	const netType = text(get('netType')) ?? 'eip';
	const more = reader.get<IDataObject>('additionalFields', item, {});
	const json = readJsonObject(more.additionalRequestFields);
	const isRecovery = scenario.dbUseType === 'cloudDataGuard';
	const region = text(get('region')) ?? credentials.region;
	const input: TaskInput = {
		name: text(get('name')) ?? '',
		engineType,
		jobDirection,
		netType,
		taskType: text(get('taskType')) ?? 'FULL_INCR_TRANS',
		nodeType: text(more.nodeType) ?? 'high',
		subnetId: text(reader.id('subnet', item)),
		bindEip: netType === 'eip' ? flag(get('bindEip')) : undefined,
		isTargetReadonly: flag(
			isRecovery && jobDirection === 'up' ? get('isTargetReadonly') : more.isTargetReadonly,
		),
		multiWrite: flag(isRecovery ? get('multiWrite') : more.multiWrite),
		nodeNum: number(more.nodeNum),
		description: typeof more.description === 'string' ? more.description : undefined,
		enterpriseProjectId: text(locatorValue(more.enterpriseProject)),
		expiredDays: number(more.expiredDays),
		masterAz: text(more.masterAz),
		slaveAz: text(more.slaveAz),
		tags: readTags(more.tags),
		source: readEndpoint(
			reader,
			'source',
			item,
			{ dbType: engine?.sourceDbType, managed: jobDirection === 'down', region },
			credentials.source,
		),
		target: readEndpoint(
			reader,
			'target',
			item,
			{ dbType: engine?.targetDbType, managed: jobDirection === 'up', region },
			credentials.target,
		),
		additionalRequestFields: json ?? undefined,
	};
	return { input, invalidJson: json === null };
}
