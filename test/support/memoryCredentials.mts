import {
	ICredentialsHelper,
	NodeHelpers,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialsExpressionResolveValues,
	type ICredentialType,
	type IExecuteData,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

/** A stored credential, as n8n's database holds it. */
export interface StoredCredential {
	name: string;
	type: string;
	data: ICredentialDataDecryptedObject;
}

/** Of hidden fields with these names, n8n 2.41.1 drops the stored value in all runs: its `OAUTH_PINNED_FIELDS`. */
export const PINNED_BY_N8N = [
	'useDynamicClientRegistration',
	'authUrl',
	'accessTokenUrl',
	'grantType',
	'authentication',
	'usePkce',
	'requestTokenUrl',
	'signatureMethod',
];

/** @returns what a run gets of stored values */
function unpinned(
	properties: readonly INodeProperties[],
	data: ICredentialDataDecryptedObject,
): ICredentialDataDecryptedObject {
	const pinned = properties
		.filter(({ name, type }) => type === 'hidden' && PINNED_BY_N8N.includes(name))
		.map(({ name }) => name);
	return Object.fromEntries(Object.entries(data).filter(([name]) => !pinned.includes(name)));
}

/** n8n keeps credentials in its database; here they are in a map. The rules are those of n8n's own helper. */
export class MemoryCredentials extends ICredentialsHelper {
	constructor(
		private readonly types: ReadonlyMap<string, ICredentialType>,
		readonly stored: Map<string, StoredCredential>,
	) {
		super();
	}

	private type(name: string): ICredentialType {
		const type = this.types.get(name);
		if (!type) throw new Error(`Unknown credential type ${name}`);
		return type;
	}

	private entry(details: INodeCredentialsDetails): StoredCredential {
		const entry = this.stored.get(details.id ?? '');
		if (!entry) throw new Error(`Unknown credential ${details.id}`);
		return entry;
	}

	getParentTypes(): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.type(typeName);
		return typeof authenticate === 'function'
			? await authenticate(credentials, requestOptions)
			: requestOptions;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = this.type(typeName);
		const expirable = type.properties.find(
			(property) => property.type === 'hidden' && property.typeOptions?.expirable === true,
		);
		if (expirable === undefined || type.preAuthentication === undefined) return undefined;
		if (credentials[expirable.name] !== '' && !credentialsExpired) return undefined;
		const output = await type.preAuthentication.call(helpers, credentials);
		if (output[expirable.name] === undefined || node.credentials === undefined) return undefined;
		const entry = this.entry(node.credentials[typeName]);
		entry.data = { ...entry.data, ...output } as ICredentialDataDecryptedObject;
		return Object.assign(credentials, output);
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		details: INodeCredentialsDetails,
		typeName: string,
		_mode: WorkflowExecuteMode,
		_executeData?: IExecuteData,
		_raw?: boolean,
		_resolve?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const { properties } = this.type(typeName);
		const parameters = NodeHelpers.getNodeParameters(
			properties,
			unpinned(properties, this.entry(details).data) as never,
			true,
			false,
			null,
			null,
		);
		return { ...(parameters as ICredentialDataDecryptedObject) };
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('Credentials are read decrypted only');
	}

	getCredentialsProperties(typeName: string): INodeProperties[] {
		return this.type(typeName).properties;
	}

	async updateCredentials(
		details: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	) {
		this.entry(details).data = data;
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		throw new Error('There is no OAuth here');
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}
}
