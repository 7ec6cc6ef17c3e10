import { TOTP } from 'otpauth';
import { accounts, projects, users, type SampleProject, type SampleUser } from '../accounts.mts';
import type { Clock } from '../clock.mts';
import { keystoneRefusal, refusal, type Answer } from '../http/answer.mts';
import type { Grant, TokenStore } from './tokens.mts';

const MAX_WRONG_PASSWORDS = 5;
const LOCKED_MS = 15 * 60_000;
/** How long a wrong password counts. */
const COUNTED_MS = 15 * 60_000;
const WRONG = keystoneRefusal(401, 'Unauthorized', 'The username or password is wrong.');

interface Reference {
	id?: string;
	name?: string;
	domain?: Reference;
}

interface TokenRequest {
	auth: {
		identity: {
			methods: string[];
			password?: { user?: Reference & { password?: string } };
			totp?: { user?: Reference & { passcode?: string } };
			assume_role?: {
				domain_name?: string;
				domain_id?: string;
				xrole_name?: string;
				agency_name?: string;
			};
		};
		scope?: { project?: Reference; domain?: Reference };
	};
}

interface Account {
	domainId: string;
	domainName: string;
}

/** Logs users in, as IAM's operation "Obtaining a token" describes it. */
export class Login {
	private readonly wrong = new Map<string, { times: number[]; lockedUntil: number }>();

	constructor(
		private readonly clock: Clock,
		private readonly tokens: TokenStore,
	) {}

	/**
	 * @param request the validated body
	 * @param callerToken the header X-Auth-Token, which the use of an agency needs
	 */
	handle(request: TokenRequest, callerToken: string | undefined): Answer {
		const { methods } = request.auth.identity;
		return methods.includes('assume_role')
			? this.assumeRole(request, callerToken)
			: this.withPassword(request, methods.includes('totp'));
	}

	private withPassword({ auth }: TokenRequest, withPasscode: boolean): Answer {
		const given = auth.identity.password?.user;
		const user = users.find((known) =>
			given?.id === undefined
				? known.userName === given?.name && known.domainName === given?.domain?.name
				: known.userId === given.id,
		);
		if (!user) return WRONG;
		const record = this.wrong.get(user.userId) ?? { times: [], lockedUntil: 0 };
		if (this.clock.now() < record.lockedUntil) {
			return refusal(401, 'IAM.0061', 'Account locked.');
		}
		if (user.password !== given?.password) {
			const now = this.clock.now();
			const times = [...record.times.filter((earlier) => earlier > now - COUNTED_MS), now];
			const locks = times.length >= MAX_WRONG_PASSWORDS;
			this.wrong.set(user.userId, {
				times: locks ? [] : times,
				lockedUntil: locks ? now + LOCKED_MS : 0,
			});
			return WRONG;
		}
		this.wrong.delete(user.userId);
		const refused = this.checkPasscode(user, auth.identity.totp?.user, withPasscode);
		return refused ?? this.grant(user, user, auth.scope, auth.identity.methods);
	}

	private checkPasscode(
		user: SampleUser,
		given: (Reference & { passcode?: string }) | undefined,
		withPasscode: boolean,
	): Answer | undefined {
		if (user.totpSecret === undefined) return undefined;
		if (!withPasscode) return keystoneRefusal(401, 'Unauthorized', 'mfa totp code verify fail');
		const delta = new TOTP({ secret: user.totpSecret }).validate({
			token: String(given?.passcode ?? ''),
			timestamp: this.clock.now(),
			window: 1,
		});
		return given?.id === user.userId && delta !== null
			? undefined
			: refusal(400, 'IAM.1061', 'Incorrect TOTP verification code.');
	}

	private assumeRole({ auth }: TokenRequest, callerToken: string | undefined): Answer {
		const caller = callerToken === undefined ? undefined : this.tokens.find(callerToken);
		if (!caller) return keystoneRefusal(401, 'Unauthorized', 'The X-Auth-Token is invalid!');
		const role = auth.identity.assume_role ?? {};
		const { agency } = accounts;
		const fits =
			(role.domain_name === agency.domainName || role.domain_id === agency.domainId) &&
			(role.xrole_name ?? role.agency_name) === agency.name &&
			caller.domainName === agency.delegatedTo;
		if (!fits) return keystoneRefusal(404, 'Not Found', 'Could not find the agency.');
		return this.grant(caller.user, agency, auth.scope, auth.identity.methods);
	}

	private grant(
		user: SampleUser,
		account: Account,
		scope: TokenRequest['auth']['scope'],
		methods: string[],
	): Answer {
		const wanted = scope?.project;
		const project = wanted && findProject(wanted, account);
		if (wanted && !project) {
			return refusal(400, 'IAM.1109', `The project ${wanted.name ?? wanted.id} does not exist.`);
		}
		const { domainId, domainName } = account;
		const { token, grant } = this.tokens.issue({
			user,
			domainId,
			domainName,
			project: project || undefined,
		});
		return { status: 201, body: describe(grant, methods), headers: { 'X-Subject-Token': token } };
	}
}

function findProject(
	{ id, name, domain }: Reference,
	{ domainId, domainName }: Account,
): SampleProject | undefined {
	const isForeign =
		(domain?.id ?? domainId) !== domainId || (domain?.name ?? domainName) !== domainName;
	return projects.find(
		(project) =>
			!isForeign &&
			project.domainId === domainId &&
			(id === undefined ? project.name === name : project.id === id),
	);
}

const time = (milliseconds: number): string =>
	new Date(milliseconds).toISOString().replace('Z', '000Z');

function describe(
	{ user, domainId, domainName, project, issuedAt, expiresAt }: Grant,
	methods: string[],
) {
	const domain = { id: domainId, name: domainName };
	return {
		token: {
			methods,
			issued_at: time(issuedAt),
			expires_at: time(expiresAt),
			user: {
				id: user.userId,
				name: user.userName,
				domain: { id: user.domainId, name: user.domainName },
			},
			...(project ? { project: { id: project.id, name: project.name, domain } } : { domain }),
			roles: [],
		},
	};
}
