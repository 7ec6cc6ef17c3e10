import type { IDataObject } from 'n8n-workflow';
import { recordsIn } from '../../nodes/shared/values/json';
import { CredentialProblem } from './CredentialProblem';
import { endpointOf } from './endpoints';
import { callIam, refusal, type Helpers } from './iamClient';
import { fingerprintOf, renewalTime, type Session } from './session';
import { keySubject, refusedKey } from './refusedKey';
import { askSigned } from './askSigned';
import { isProjectId, type Settings } from './settings';
import { passcode } from './totp';

const DAY_MS = 24 * 60 * 60_000;

const projectScope = (settings: Settings, domainName: string): IDataObject =>
	settings.projectId !== ''
		? { project: { id: settings.projectId } }
		: {
				project: {
					name: settings.projectName,
					...(domainName === '' ? {} : { domain: { name: domainName } }),
				},
			};

function identity(settings: Settings, now: number): IDataObject {
	const { userId, userName, domainName, password, totpSecret } = settings;
	const user =
		userId === ''
			? { name: userName, password, domain: { name: domainName } }
			: { id: userId, password };
	return totpSecret === ''
		? { methods: ['password'], password: { user } }
		: {
				methods: ['password', 'totp'],
				password: { user },
				totp: { user: { id: userId, passcode: passcode(totpSecret, now) } },
			};
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

interface Token {
	token: string;
	/** Whether the token belongs to a project. */
	isScoped: boolean;
	projectId: string;
	lifetimeMs: number;
}

async function requestToken(
	helpers: Helpers,
	settings: Settings,
	auth: IDataObject,
	headers: Record<string, string>,
	subject: string,
): Promise<Token> {
	const answer = await callIam(helpers, settings, {
		method: 'POST',
		url: `${endpointOf(settings, 'iam')}/v3/auth/tokens?nocatalog=true`,
		headers: { 'Content-Type': 'application/json;charset=utf8', ...headers },
		body: { auth },
		json: true,
	});
	if (answer.status !== 201) throw refusal(subject, answer);
	const token = answer.headers['x-subject-token'];
	const details = (answer.body.token ?? {}) as IDataObject;
	if (token === undefined) {
		throw new CredentialProblem(
			`${subject}: the response contains no token`,
			'Check that the IAM endpoint is that of Open Telekom Cloud.',
		);
	}
	const issued = Date.parse(textOf(details.issued_at));
	const expires = Date.parse(textOf(details.expires_at));
	return {
		token,
		isScoped: details.project !== undefined,
		projectId: textOf(((details.project ?? {}) as IDataObject).id),
		lifetimeMs: Number.isNaN(expires - issued) ? DAY_MS : expires - issued,
	};
}

async function loginWithPassword(helpers: Helpers, settings: Settings): Promise<Session> {
	const subject = `Login of "${settings.userName || settings.userId}"`;
	const now = Date.now();
	const isAgency = settings.agencyName !== '';
	const ownScope = isAgency
		? { domain: { name: settings.domainName } }
		: projectScope(settings, settings.userId === '' ? settings.domainName : '');
	const own = await requestToken(
		helpers,
		settings,
		{ identity: identity(settings, now), scope: ownScope },
		{},
		subject,
	);
	const granted = isAgency ? await assumeAgency(helpers, settings, own.token) : own;
	if (!granted.isScoped) {
		throw new CredentialProblem(
			`${subject}: the token belongs to no project`,
			'Turn on "Advanced", enter "Project Name" or "Project ID", and give the user a role in that project.',
		);
	}
	return {
		token: granted.token,
		projectId: granted.projectId,
		expiresAt: renewalTime(now, granted.lifetimeMs),
		fingerprint: fingerprintOf(settings),
	};
}

async function assumeAgency(
	helpers: Helpers,
	settings: Settings,
	ownToken: string,
): Promise<Token> {
	const { agencyName, agencyDomainName } = settings;
	const auth = {
		identity: {
			methods: ['assume_role'],
			assume_role: { domain_name: agencyDomainName, xrole_name: agencyName },
		},
		scope: projectScope(settings, agencyDomainName),
	};
	return await requestToken(
		helpers,
		settings,
		auth,
		{ 'X-Auth-Token': ownToken },
		`Agency "${agencyName}"`,
	);
}

async function findProject(helpers: Helpers, settings: Settings): Promise<string> {
	if (settings.projectId !== '') {
		const problem = await refusedKey(helpers, settings);
		if (problem) throw problem;
		return settings.projectId;
	}
	const url = `${endpointOf(settings, 'iam')}/v3/projects?name=${encodeURIComponent(settings.projectName)}`;
	const answer = await askSigned(helpers, settings, url);
	if (answer.status !== 200) throw refusal(keySubject(settings), answer);
	const project = recordsIn(answer.body.projects).find(({ name }) => name === settings.projectName);
	if (project === undefined) {
		throw new CredentialProblem(
			`Project Name: there is no project "${settings.projectName}"`,
			'Check the name and the region. The access key may also belong to another account.',
		);
	}
	return textOf(project.id);
}

async function openWithAccessKey(helpers: Helpers, settings: Settings): Promise<Session> {
	return {
		projectId: await findProject(helpers, settings),
		expiresAt: Date.now() + DAY_MS,
		fingerprint: fingerprintOf(settings),
	};
}

/**
 * Opens a session: a token by password (with passcode and agency where set), or the project's ID for an access key.
 * Every login is sent once, because five wrong ones lock the user or the key.
 *
 * @param helpers n8n's HTTP client
 * @param settings the fields of the credential
 * @throws RefusedLogin if IAM refuses password or key; CredentialProblem if it refuses something else, or cannot be reached
 */
export async function openSession(helpers: Helpers, settings: Settings): Promise<Session> {
	const session =
		settings.authentication === 'accessKey'
			? await openWithAccessKey(helpers, settings)
			: await loginWithPassword(helpers, settings);
	if (!isProjectId(session.projectId)) {
		throw new CredentialProblem(
			`IAM: "${session.projectId.slice(0, 80)}" is not a project ID`,
			'Check that the IAM endpoint is that of Open Telekom Cloud, or enter "Project ID" under "Advanced" in the credential.',
		);
	}
	return session;
}

/** @returns whether IAM still accepts the token; also true if IAM cannot be asked. */
export async function isAlive(
	helpers: Helpers,
	settings: Settings,
	token: string,
): Promise<boolean> {
	const answer = await callIam(helpers, settings, {
		method: 'GET',
		url: `${endpointOf(settings, 'iam')}/v3/auth/domains`,
		headers: { 'X-Auth-Token': token },
		json: true,
	}).catch(() => undefined);
	return answer?.status !== 401;
}
