import type { Events } from './moments.mts';

interface Watch {
	database: string;
	is(events: Events): boolean;
	reached(): void;
}

/** Sees all that n8n does for some databases which can be seen from outside, and holds n8n in a moment until it is killed. */
export class Witness {
	private readonly seen = new Map<string, string[]>();
	private readonly watches: Watch[] = [];
	private readonly held: Array<() => void> = [];

	/**
	 * @param keysOf what names a database: a text that holds one of them is about it
	 * @param onEvent is told at once of what was seen
	 */
	constructor(
		private readonly keysOf: (database: string) => string[],
		private readonly onEvent: (database: string, event: string) => void,
	) {}

	/** @returns all that was seen of a database */
	of = (database: string): Events => this.seen.get(database) ?? [];

	/**
	 * Takes note of an event.
	 *
	 * @param text tells which database it is about
	 * @returns when n8n may go on: in a moment in which it is held, when it is released
	 */
	async saw(event: string, text: string): Promise<void> {
		const database = [...this.seen.keys()].find((one) =>
			this.keysOf(one).some((key) => text.includes(key)),
		);
		if (database === undefined) return;
		const events = this.seen.get(database)!;
		events.push(event);
		this.onEvent(database, event);
		const index = this.watches.findIndex((one) => one.database === database && one.is(events));
		if (index < 0) return;
		const [watch] = this.watches.splice(index, 1);
		await new Promise<void>((release) => {
			this.held.push(release);
			watch.reached();
		});
	}

	/** Lets all that is held go on. */
	release(): void {
		for (const release of this.held.splice(0)) release();
	}

	/** Takes note of a database from now on, and holds n8n in a moment of it. @returns when it is there */
	async hold(database: string, is: Watch['is']): Promise<void> {
		if (!this.seen.has(database)) this.seen.set(database, []);
		await new Promise<void>((reached) => this.watches.push({ database, is, reached }));
	}
}
