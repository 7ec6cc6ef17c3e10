import fc from 'fast-check';
import type { Session } from '../../../credentials/iam/session.ts';
import { obtainSession } from '../../../credentials/iam/sessionStore.ts';
import { CredentialProblem, RefusedLogin } from '../../../credentials/iam/CredentialProblem.ts';

export const MINUTE = 60_000;

export const LIFETIME = 20 * MINUTE;

/** As long as a login is not sent again that was refused, or failed otherwise. Time goes by in steps that never meet these. */
export const SILENCE = { refused: 15 * MINUTE, broken: MINUTE / 4, passing: MINUTE / 4 };

/** So many logins are granted within the time; then others wait. */
const MOST_LOGINS = 4;

const LOGIN_WINDOW = MINUTE / 2;

export const TOO_MANY = expect.stringContaining(
	'the tokens of all logins of the last 30 seconds',
) as string;

export const CREDENTIALS = ['anna', 'bert', 'cora'];

export type Failing = keyof typeof SILENCE;

export type Ending = 'granted' | Failing;

export const PROBLEMS: Record<Failing, CredentialProblem> = {
	refused: new RefusedLogin('refused', 'Correct the password.'),
	broken: new CredentialProblem('broken', 'Correct the project.'),
	passing: new CredentialProblem('passing', 'Try again.', true),
};

/** What a call got: the token, or why there is none. */
type Got = string;

/** What has to be true of one credential. */
interface Expected {
	token?: string;
	expiresAt: number;
	/** How the last login failed, and until when it is not sent again. */
	failure: Failing;
	silentUntil: number;
	/** When the login that is under way began. */
	since?: number;
	waiting: number;
	/** When logins began that were granted. */
	logins: number[];
}

/** @returns until when no login is begun, because there were many */
export const restUntil = ({ logins }: Expected): number =>
	logins.length < MOST_LOGINS ? 0 : logins[logins.length - MOST_LOGINS] + LOGIN_WINDOW;

export interface Model {
	now: number;
	of: Record<string, Expected>;
}

/** The store as nodes use it, with logins that end when the test says so. */
export class World {
	readonly open = new Map<string, { end(how: Ending): void }>();
	readonly issued: Array<{ credential: string; session: Session }> = [];
	readonly calls = new Map<string, Array<Promise<Got>>>();
	private count = 0;

	/** Calls for a session as one node does. */
	call(credential: string, now: number): Promise<Got> {
		const got = obtainSession(credential, async () => await this.login(credential, now), now).then(
			({ token, fingerprint }) => `${fingerprint} ${String(token)}`,
			(problem: Error) => (problem as CredentialProblem).fault,
		);
		this.calls.set(credential, [...(this.calls.get(credential) ?? []), got]);
		return got;
	}

	private async login(credential: string, now: number): Promise<Session> {
		if (this.open.has(credential)) throw new Error(`two logins of ${credential} at once`);
		const how = await new Promise<Ending>((end) => this.open.set(credential, { end }));
		this.open.delete(credential);
		if (how !== 'granted') throw PROBLEMS[how];
		const session: Session = {
			token: `token-${++this.count}`,
			projectId: 'p',
			expiresAt: now + LIFETIME,
			fingerprint: credential,
		};
		this.issued.push({ credential, session });
		return session;
	}
}

export type Step = fc.AsyncCommand<Model, World, false>;

export const isUsable = ({ token, expiresAt }: Expected, now: number): boolean =>
	token !== undefined && now < expiresAt;
