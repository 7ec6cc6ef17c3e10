import { randomBytes } from 'node:crypto';
import type { SampleProject, SampleUser } from '../accounts.mts';
import type { Clock } from '../clock.mts';

/** What a token allows. */
export interface Grant {
	user: SampleUser;
	/** Whose account it works in: the user's own, or one that delegates. */
	domainId: string;
	domainName: string;
	/** Absent for a token of the account as a whole. */
	project?: SampleProject;
	/** Whether the scope is the account. With neither a project nor this, the token has no scope. */
	isOfDomain: boolean;
	/** The agency by which the user works in another account. */
	agency?: { name: string; userId: string };
	/** How the user proved who they are. */
	methods: string[];
	issuedAt: number;
	expiresAt: number;
}

/** What is asked for; a token that comes from another one lives no longer than that. */
export type GrantRequest = Omit<Grant, 'issuedAt' | 'expiresAt'> & { expiresAt?: number };

/** The tokens that were given out. */
export class TokenStore {
	private readonly grants = new Map<string, Grant>();

	/**
	 * @param lifetimeSeconds how long a token lives
	 * @param length characters of a token; real ones have up to 100,000
	 */
	constructor(
		private readonly clock: Clock,
		private readonly lifetimeSeconds: number,
		private readonly length = 36,
	) {}

	/** @returns a new token and what it allows. */
	issue(request: GrantRequest): { token: string; grant: Grant } {
		const issuedAt = this.clock.now();
		const end = issuedAt + this.lifetimeSeconds * 1000;
		const grant = { ...request, issuedAt, expiresAt: Math.min(end, request.expiresAt ?? end) };
		const random = randomBytes(24).toString('base64url');
		const token = `sim-${random}`.padEnd(this.length, 'x');
		this.grants.set(token, grant);
		return { token, grant };
	}

	/** @returns what a token allows; undefined if it is unknown or has expired. */
	find(token: string | undefined): Grant | undefined {
		const grant = token === undefined ? undefined : this.grants.get(token);
		return grant && this.clock.now() < grant.expiresAt ? grant : undefined;
	}

	/** Makes a token die. */
	revoke(token: string): void {
		this.grants.delete(token);
	}

	/** Makes all tokens die, as after a change of password. */
	revokeAll(): void {
		this.grants.clear();
	}
}
