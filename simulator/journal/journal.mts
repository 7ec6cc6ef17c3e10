import { mask } from './mask.mts';

/** One request, as the simulator saw it. Passwords, tokens and keys are masked. */
export interface JournalEntry {
	id: number;
	/** By the simulator's clock, ISO 8601. */
	time: string;
	service: string;
	/** Operation of the contract; `unknown` for an address that it does not have. */
	operation: string;
	method: string;
	path: string;
	projectId?: string;
	auth: 'token' | 'aksk' | 'none';
	requestBody?: unknown;
	responseStatus: number;
	responseBody?: unknown;
	fault?: string;
}

/** Older entries go when there are more than this. */
const MAX_ENTRIES = 200_000;

/** The requests that the simulator received, for tests and for people. */
export class Journal {
	entries: JournalEntry[] = [];

	private nextId = 1;

	add(entry: Omit<JournalEntry, 'id'>): void {
		this.entries.push({
			...entry,
			id: this.nextId++,
			requestBody: mask(entry.requestBody),
			responseBody: mask(entry.responseBody),
		});
		if (this.entries.length > MAX_ENTRIES) this.entries.shift();
	}

	/** @returns the requests of one operation. */
	of(operation: string): JournalEntry[] {
		return this.entries.filter((entry) => entry.operation === operation);
	}

	/** @returns how many requests of one operation there were. */
	count(operation: string): number {
		return this.of(operation).length;
	}

	clear(): void {
		this.entries = [];
	}
}
