import { randomUUID } from 'node:crypto';
import type { ParsedMail } from 'mailparser';
import { type CallText, textOf } from './texts.mts';

/** An email that came in. */
export interface MailEntry {
	kind: 'mail';
	id: string;
	at: Date;
	mail: ParsedMail;
}

/** A call that came in: a message to a chat, a ticket, or a hook. */
export interface CallEntry {
	kind: 'call';
	id: string;
	at: Date;
	/** What it was sent to, such as `slack`. */
	path: string;
	/** The JSON, or the text where it is none. */
	body: unknown;
	/** What people are shown of it. */
	shown: CallText;
}

/** Something that came in. */
export type Entry = MailEntry | CallEntry;

/** How many are kept. */
const MOST = 200;

/** What came in, the latest last. */
export class Entries {
	private all: Entry[] = [];

	addMail(mail: ParsedMail): void {
		this.add({ kind: 'mail', mail, ...this.stamp() });
	}

	/** @param received the text that the body came as */
	addCall(path: string, body: unknown, received = JSON.stringify(body)): void {
		this.add({ kind: 'call', path, body, shown: textOf(body, received), ...this.stamp() });
	}

	list(): readonly Entry[] {
		return this.all;
	}

	/** @returns the emails, the latest last. */
	mails(): ParsedMail[] {
		return this.all.flatMap((entry) => (entry.kind === 'mail' ? [entry.mail] : []));
	}

	/** @returns the bodies of the calls, the latest last. */
	bodies(): Array<Record<string, unknown>> {
		return this.all.flatMap((entry) =>
			entry.kind === 'call' ? [entry.body as Record<string, unknown>] : [],
		);
	}

	clear(): void {
		this.all = [];
	}

	private stamp(): { id: string; at: Date } {
		return { id: randomUUID(), at: new Date() };
	}

	private add(entry: Entry): void {
		this.all = [...this.all, entry].slice(-MOST);
	}
}
