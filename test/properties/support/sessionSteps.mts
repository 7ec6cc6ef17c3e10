import fc from 'fast-check';
import { rejectSession, retryLogin } from '../../../credentials/iam/sessionStore.ts';
import {
	MINUTE,
	LIFETIME,
	SILENCE,
	TOO_MANY,
	CREDENTIALS,
	type Failing,
	type Ending,
	PROBLEMS,
	restUntil,
	type Model,
	World,
	type Step,
	isUsable,
} from './sessionModel.mts';

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

export const credential = fc.constantFrom(...CREDENTIALS);

export const steps = fc.commands<Model, World, false>(
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
