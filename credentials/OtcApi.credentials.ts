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
import { RefusedLogin } from './iam/CredentialProblem';
import { checkDrs, isTest, TEST_REQUEST } from './iam/drsCheck';
import { OTC_API_FIELDS } from './iam/fields';
import { isAlive, openSession } from './iam/login';
import { refusedKey } from './iam/refusedKey';
import { authenticateRequest } from './iam/request';
import { fingerprintOf, parseSession, refusalFor, type Refusal, type Session } from './iam/session';
import { isUsable, knownRefusal, obtainSession, refuse, rejectSession } from './iam/sessionStore';
import { readSettings, type Settings } from './iam/settings';

/** Makes n8n run `preAuthentication` and send the request with what it returns. */
const sessionNeeded = (): Error =>
	Object.assign(new Error('The session must be renewed'), { response: { status: 401 } });

/** Credentials that n8n is testing: between asking for a session and sending the test's request. */
const underTest = new WeakSet<ICredentialDataDecryptedObject>();

/**
 * Gives what is to be stored as the session, and logs in where there is no usable one.
 *
 * @returns undefined if the stored session still works, so that a request was refused for another reason
 */
async function renew(
	helpers: IHttpRequestHelper['helpers'],
	settings: Settings,
	stored: unknown,
): Promise<Session | Refusal | undefined> {
	const fingerprint = fingerprintOf(settings);
	if (refusalFor(stored, fingerprint, Date.now())) return undefined;
	const known = knownRefusal(fingerprint, Date.now());
	if (known) return known;
	const session = parseSession(stored);
	if (isUsable(session, fingerprint, Date.now())) {
		if (session.token !== undefined) {
			if (await isAlive(helpers, settings, session.token)) return undefined;
			rejectSession(String(stored));
		} else {
			const problem = await refusedKey(helpers, settings);
			if (problem) refuse(fingerprint, problem, Date.now());
			return knownRefusal(fingerprint, Date.now());
		}
	}
	return await obtainSession(fingerprint, async () => await openSession(helpers, settings)).catch(
		(problem: unknown) => {
			const refusal = knownRefusal(fingerprint, Date.now());
			if (refusal === undefined) throw problem;
			return refusal;
		},
	);
}

/** Open Telekom Cloud: IAM authentication, region and project. */
export class OtcApi implements ICredentialType {
	name = 'otcApi';

	displayName = 'Open Telekom Cloud (OTC) API';

	icon = { light: 'file:../icons/otcDrs.svg', dark: 'file:../icons/otcDrs.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-otc-drs/n8n-nodes-otc-drs/blob/main/docs/credentials.md';

	properties: INodeProperties[] = OTC_API_FIELDS;

	test: ICredentialTestRequest = {
		request: TEST_REQUEST,
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'IAM refused the session. Check the fields of the credential, the region, and the clock of this machine.',
				},
			},
		],
	};

	/**
	 * Logs in when there is no usable session; called by n8n when `session` is empty and after a refusal. A refused login
	 * is returned as well, because n8n stores what is returned; `authenticate` makes it an error. For the credential test,
	 * which can only send one request and cannot explain its end, DRS is asked here.
	 *
	 * @returns the session to store, or nothing if the stored one still works and the request was refused for another reason
	 */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const settings = readSettings(credentials);
		const session = await renew(this.helpers, settings, credentials.session);
		if (underTest.has(credentials)) {
			const used = session ?? parseSession(credentials.session);
			if (used && 'projectId' in used) await checkDrs(this.helpers, settings, used);
		}
		return session === undefined ? {} : { session: JSON.stringify(session) };
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const settings = readSettings(credentials);
		const fingerprint = fingerprintOf(settings);
		const now = Date.now();
		const refusal = refusalFor(credentials.session, fingerprint, now);
		if (refusal) throw new RefusedLogin(refusal.refused.fault, refusal.refused.remedy);
		if (isTest(requestOptions) && !underTest.has(credentials)) {
			underTest.add(credentials);
			throw sessionNeeded();
		}
		const session = parseSession(credentials.session);
		if (knownRefusal(fingerprint, now) || !isUsable(session, fingerprint, now)) {
			throw sessionNeeded();
		}
		return withDeadline(authenticateRequest(settings, session, requestOptions, now));
	}
}
