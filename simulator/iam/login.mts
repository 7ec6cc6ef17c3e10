import { TOTP } from 'otpauth';
import { accounts, projects, users, type SampleProject, type SampleUser } from '../accounts.mts';
import type { Clock } from '../clock.mts';
import { keystoneRefusal, refusal, type Answer } from '../http/answer.mts';
import type { Caller } from './authenticate.mts';
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

/** The body of a request for a token. */
export interface TokenRequest {
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
			token?: { id: string };
		};
		scope?: { project?: Reference; domain?: Reference };
	};
}

interface Account {
	domainId: string;
	domainName: string;
}

/** A token, or how IAM refuses. */
export type LoginResult = { token: string; grant: Grant } | Answer;

/** Logs users in, as IAM's operation "Obtaining a token" describes it. */
export class Login {
	private readonly wrong = new Map<string, { times: number[]; lockedUntil: number }>();

	constructor(
		private readonly clock: Clock,
		private readonly tokens: TokenStore,
	) {}

	/**
	 * @param request the validated body
	 * @param caller who sent it, by token or by signature: the use of an agency needs one
	 * @param headerToken the header X-Auth-Token, in place of the token in the body
	 */
	handle(
		request: TokenRequest,
		caller: Caller | undefined,
		headerToken: string | undefined,
	): LoginResult {
		const { methods, token } = request.auth.identity;
		if (methods.includes('assume_role')) return this.assumeRole(request, caller);
		return methods.includes('token')
			? this.withToken(request, token?.id ?? headerToken)
			: this.withPassword(request, methods.includes('totp'));
	}

	/** Another scope for a user who has a token; it lives as long as that one. */
	private withToken({ auth }: TokenRequest, token: string | undefined): LoginResult {
		const known = this.tokens.find(token);
		if (!known) return keystoneRefusal(401, 'Unauthorized', 'The token is invalid.');
		const { user, agency, expiresAt } = known;
		return this.grant({ user, agency, expiresAt }, known, auth.scope, auth.identity.methods);
	}

	private withPassword({ auth }: TokenRequest, withPasscode: boolean): LoginResult {
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
		return refused ?? this.grant({ user }, user, auth.scope, auth.identity.methods);
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

	private assumeRole({ auth }: TokenRequest, caller: Caller | undefined): LoginResult {
		if (!caller) return keystoneRefusal(401, 'Unauthorized', 'The X-Auth-Token is invalid!');
		const role = auth.identity.assume_role ?? {};
		const { agency } = accounts;
		const fits =
			(role.domain_name === agency.domainName || role.domain_id === agency.domainId) &&
			(role.xrole_name ?? role.agency_name) === agency.name &&
			caller.user.domainName === agency.delegatedTo;
		if (!fits) return keystoneRefusal(404, 'Not Found', 'Could not find the agency.');
		return this.grant({ user: caller.user, agency }, agency, auth.scope, auth.identity.methods);
	}

	private grant(
		who: Pick<Grant, 'user' | 'agency'> & { expiresAt?: number },
		account: Account,
		scope: TokenRequest['auth']['scope'],
		methods: string[],
	): LoginResult {
		const wanted = scope?.project;
		const project = wanted && findProject(wanted, account);
		if (wanted && !project) {
			return refusal(400, 'IAM.1109', `The project ${wanted.name ?? wanted.id} does not exist.`);
		}
		const { domainId, domainName } = account;
		if (!wanted && scope?.domain && !isAccount(scope.domain, account)) {
			return keystoneRefusal(
				401,
				'Unauthorized',
				'The domain of the scope is not that of the user.',
			);
		}
		return this.tokens.issue({
			...who,
			domainId,
			domainName,
			project: project || undefined,
			isOfDomain: !wanted && scope?.domain !== undefined,
			methods,
		});
	}
}

const isAccount = ({ id, name }: Reference, { domainId, domainName }: Account): boolean =>
	(id ?? domainId) === domainId && (name ?? domainName) === domainName;

function findProject({ id, name, domain }: Reference, account: Account): SampleProject | undefined {
	const isForeign = domain !== undefined && !isAccount(domain, account);
	return projects.find(
		(project) =>
			!isForeign &&
			project.domainId === account.domainId &&
			(id === undefined ? project.name === name : project.id === id),
	);
}
