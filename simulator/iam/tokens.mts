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
	issuedAt: number;
	expiresAt: number;
}

/** The tokens that were given out. */
export class TokenStore {
	private readonly grants = new Map<string, Grant>();

	constructor(
		private readonly clock: Clock,
		private readonly lifetimeSeconds: number,
	) {}

	/** @returns a new token and what it allows. */
	issue(grant: Omit<Grant, 'issuedAt' | 'expiresAt'>): { token: string; grant: Grant } {
		const issuedAt = this.clock.now();
		const complete = { ...grant, issuedAt, expiresAt: issuedAt + this.lifetimeSeconds * 1000 };
		const token = `sim-${randomBytes(24).toString('base64url')}`;
		this.grants.set(token, complete);
		return { token, grant: complete };
	}

	/** @returns what a token allows; undefined if it is unknown or has expired. */
	find(token: string): Grant | undefined {
		const grant = this.grants.get(token);
		return grant && this.clock.now() < grant.expiresAt ? grant : undefined;
	}

	/** Makes all tokens die, as after a change of password. */
	revokeAll(): void {
		this.grants.clear();
	}
}
