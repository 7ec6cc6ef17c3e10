import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { withDeadline } from '../nodes/shared/http/withDeadline';
import { OTC_API_FIELDS } from './iam/fields';
import { isAlive, openSession } from './iam/login';
import { authenticateRequest } from './iam/request';
import { fingerprintOf, parseSession } from './iam/session';
import { isUsable, obtainSession, rejectSession } from './iam/sessionStore';
import { readSettings } from './iam/settings';

/** Makes n8n run `preAuthentication` and send the request with what it returns. */
const sessionNeeded = (): Error =>
	Object.assign(new Error('The session has to be renewed'), { response: { status: 401 } });

/** Open Telekom Cloud: IAM authentication, region and project. */
export class OtcApi implements ICredentialType {
	name = 'otcApi';

	displayName = 'Open Telekom Cloud API';

	icon = { light: 'file:../icons/otcDrs.svg', dark: 'file:../icons/otcDrs.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-otc-drs/n8n-nodes-otc-drs/blob/main/docs/credentials.md';

	properties: INodeProperties[] = OTC_API_FIELDS;

	test: ICredentialTestRequest = {
		request: { method: 'GET', url: 'otc://iam/v3/projects' },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'IAM refused the access key. Check "Access Key ID", "Secret Access Key", the region, and the clock of this machine.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'The login works, but IAM refuses to list projects. Check that the user has programmatic access.',
				},
			},
		],
	};

	/**
	 * Logs in when there is no usable session; called by n8n when `session` is empty and after a refusal.
	 *
	 * @returns the new session to store, or nothing if the stored one still works and the refusal had another reason
	 */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const settings = readSettings(credentials);
		const fingerprint = fingerprintOf(settings);
		const stored = parseSession(credentials.session);
		if (isUsable(stored, fingerprint, Date.now())) {
			if (stored.token === undefined || (await isAlive(this.helpers, settings, stored.token)))
				return {};
			rejectSession(String(credentials.session));
		}
		const session = await obtainSession(
			fingerprint,
			async () => await openSession(this.helpers, settings),
		);
		return { session: JSON.stringify(session) };
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const settings = readSettings(credentials);
		const session = parseSession(credentials.session);
		if (!isUsable(session, fingerprintOf(settings), Date.now())) throw sessionNeeded();
		return withDeadline(authenticateRequest(settings, session, requestOptions, Date.now()));
	}
}
