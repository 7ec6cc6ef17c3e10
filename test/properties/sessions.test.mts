import fc from 'fast-check';
import type { Session } from '../../credentials/iam/session.ts';
import {
	isUsable as isUsableSession,
	obtainSession,
	rejectSession,
	retryLogin,
} from '../../credentials/iam/sessionStore.ts';
import { CredentialProblem, RefusedLogin } from '../../credentials/iam/CredentialProblem.ts';
import { forgetSessions } from '../support/sessions.mts';
import { fixed } from './support/settings.mts';

const MINUTE = 60_000;
const LIFETIME = 20 * MINUTE;
/** As long as a login is not sent again that was refused, or failed otherwise. Time goes by in steps that never meet these. */
const SILENCE = { refused: 15 * MINUTE, broken: MINUTE / 4, passing: MINUTE / 4 };
/** So many logins are granted within the time; then others wait. */
const MOST_LOGINS = 4;
const LOGIN_WINDOW = MINUTE / 2;
const TOO_MANY = expect.stringContaining(
	'the tokens of all logins of the last 30 seconds',
) as string;
const CREDENTIALS = ['anna', 'bert', 'cora'];

type Failing = keyof typeof SILENCE;
type Ending = 'granted' | Failing;

const PROBLEMS: Record<Failing, CredentialProblem> = {
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
const restUntil = ({ logins }: Expected): number =>
	logins.length < MOST_LOGINS ? 0 : logins[logins.length - MOST_LOGINS] + LOGIN_WINDOW;

interface Model {
	now: number;
	of: Record<string, Expected>;
}

/** The store as nodes use it, with logins that end when the test says so. */
class World {
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

type Step = fc.AsyncCommand<Model, World, false>;

const isUsable = ({ token, expiresAt }: Expected, now: number): boolean =>
	token !== undefined && now < expiresAt;

/** Several nodes ask for a session at the same moment. */
class Call implements Step {
	constructor(
		readonly credential: string,
		readonly nodes: number,
	) {}

	check = () => true;

	async run(model: Model, world: World): Promise<void> {
		const own = model.of[this.credential];
		const calls = Array.from({ length: this.nodes }, () => world.call(this.credential, model.now));
		if (isUsable(own, model.now) || model.now < own.silentUntil) {
			const wanted = isUsable(own, model.now) ? `${this.credential} ${own.token}` : own.failure;
			expect(await Promise.all(calls)).toEqual(calls.map(() => wanted));
			expect(world.open.has(this.credential)).toBe(own.since !== undefined);
			world.calls.get(this.credential)?.splice(-this.nodes);
			return;
		}
		if (own.since === undefined && model.now < restUntil(own)) {
			expect(await Promise.all(calls)).toEqual(calls.map(() => TOO_MANY));
			expect(world.open.has(this.credential)).toBe(false);
			world.calls.get(this.credential)?.splice(-this.nodes);
			return;
		}
		own.since ??= model.now;
		own.waiting += this.nodes;
		expect(world.open.has(this.credential)).toBe(true);
	}

	toString = () => `${this.nodes} × ${this.credential}`;
}

/** The login of a credential ends. */
class End implements Step {
	constructor(
		readonly credential: string,
		readonly how: Ending,
	) {}

	check = ({ of }: Readonly<Model>) => of[this.credential].since !== undefined;

	async run(model: Model, world: World): Promise<void> {
		const own = model.of[this.credential];
		const calls = world.calls.get(this.credential) ?? [];
		expect(calls).toHaveLength(own.waiting);
		world.open.get(this.credential)?.end(this.how);
		const got = await Promise.all(calls);
		const since = own.since ?? model.now;
		if (this.how === 'granted') {
			own.token = world.issued.at(-1)?.session.token;
			own.expiresAt = since + LIFETIME;
			own.silentUntil = 0;
			own.logins.push(since);
		} else {
			own.failure = this.how;
			own.silentUntil = since + SILENCE[this.how];
		}
		const wanted = this.how === 'granted' ? `${this.credential} ${own.token}` : this.how;
		expect(got).toEqual(calls.map(() => wanted));
		world.calls.delete(this.credential);
		own.waiting = 0;
		own.since = undefined;
	}

	toString = () => `${this.credential}'s login is ${this.how}`;
}

/** A service refuses the token of a session, of the last one or of one from long ago. */
class Reject implements Step {
	constructor(readonly index: number) {}

	check = () => true;

	async run({ of }: Model, { issued }: World): Promise<void> {
		if (issued.length === 0) return;
		const { credential, session } = issued[issued.length - 1 - (this.index % issued.length)];
		rejectSession(JSON.stringify(session));
		if (of[credential].token === session.token) of[credential].token = undefined;
	}

	toString = () => `token ${this.index} from the end is refused`;
}

/** Somebody who has paused since wants to try again what failed. */
class Retry implements Step {
	constructor(readonly failure: Failing) {}

	check = () => true;

	async run({ of }: Model): Promise<void> {
		retryLogin(PROBLEMS[this.failure]);
		if (this.failure !== 'passing') return;
		for (const own of Object.values(of)) if (own.failure === 'passing') own.silentUntil = 0;
	}

	toString = () => `what is ${this.failure} is tried again`;
}

/** Time goes by. */
class Wait implements Step {
	constructor(readonly milliseconds: number) {}

	check = () => true;

	async run(model: Model): Promise<void> {
		model.now += this.milliseconds;
	}

	toString = () => `${this.milliseconds / MINUTE} minutes later`;
}

const credential = fc.constantFrom(...CREDENTIALS);

const steps = fc.commands<Model, World, false>(
	[
		fc.tuple(credential, fc.integer({ min: 1, max: 5 })).map((given) => new Call(...given)),
		fc
			.tuple(
				credential,
				fc.constantFrom<Ending>('granted', 'granted', 'refused', 'broken', 'passing'),
			)
			.map((given) => new End(...given)),
		fc.nat(5).map((index) => new Reject(index)),
		fc.constantFrom<Failing>('refused', 'broken', 'passing').map((failure) => new Retry(failure)),
		fc.constantFrom(0.1, 1, 4, 8, 20).map((minutes) => new Wait(minutes * MINUTE)),
	],
	{ maxCommands: 60, size: 'max' },
);

describe('the sessions of several credentials, whatever happens', () => {
	it('come from at most one login at a time, and never from another credential', async () => {
		await fc.assert(
			fc.asyncProperty(steps, async (all) => {
				forgetSessions();
				const of = Object.fromEntries(
					CREDENTIALS.map((name) => [
						name,
						{ expiresAt: 0, failure: 'refused' as const, silentUntil: 0, waiting: 0, logins: [] },
					]),
				);
				await fc.asyncModelRun(
					() => ({ model: { now: 1_000_000, of: structuredClone(of) }, real: new World() }),
					all,
				);
			}),
			fixed(300),
		);
	});
});

describe('a session that a credential holds', () => {
	it('is used only for the credential that it was made for, until it expires or its token is refused', () => {
		const session = fc.record({
			token: fc.constantFrom('one', 'two', undefined),
			projectId: fc.constant('p'),
			expiresAt: fc.nat(5),
			fingerprint: credential,
		});
		fc.assert(
			fc.property(
				session,
				fc.array(session, { maxLength: 3 }),
				credential,
				fc.nat(5),
				(held, refused, owner, now) => {
					forgetSessions();
					for (const one of refused) rejectSession(JSON.stringify(one));
					const isRefused = refused.some(
						({ token, fingerprint }) =>
							token !== undefined && token === held.token && fingerprint === held.fingerprint,
					);
					expect(isUsableSession(held, owner, now)).toBe(
						held.fingerprint === owner && now < held.expiresAt && !isRefused,
					);
				},
			),
			fixed(500),
		);
	});
});
