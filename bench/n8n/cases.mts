import { OWN } from '../row.mts';
import {
	FLOOR,
	HTTP_REQUEST,
	HTTP_REQUEST_LISTS,
	OWN_LIST,
	type Subject,
	type Work,
} from './subjects.mts';

/** One case: what is done, with how many tasks, how far away the service is. */
export interface Case {
	work: Work;
	tasks: number;
	/** Latency of the service in ms. */
	latency: number;
	/** How often it is measured if there is time for it. */
	rounds: number;
	/** Whether one in seven calls is answered 429. */
	throttled?: boolean;
	/** Whether those take part, too, that are slow with so many tasks. */
	withSlow?: boolean;
	/** Whether only those take part that get lists of tasks. */
	onlyLists?: boolean;
}

const WORKS: readonly Work[] = ['status', 'details', 'create', 'start'];
const LATENCIES = [0, 20, 100];

const each = (case_: Omit<Case, 'work' | 'latency'>, latencies = LATENCIES): Case[] =>
	latencies.flatMap((latency) => WORKS.map((work) => ({ ...case_, work, latency })));

/** The shape of it, in half a minute. */
export const QUICK: readonly Case[] = [
	{ work: 'status', tasks: 1_000, latency: 20, rounds: 3 },
	{ work: 'status', tasks: 1_000, latency: 20, rounds: 1, throttled: true },
	{ work: 'status', tasks: 100, latency: 20, rounds: 3 },
	{ work: 'create', tasks: 100, latency: 20, rounds: 1 },
];

/** What the promises are about; it is measured several times before all else. */
export const PROMISED: readonly Case[] = [
	{ work: 'status', tasks: 1_000, latency: 20, rounds: 3, withSlow: true },
	{ work: 'status', tasks: 1_000, latency: 20, rounds: 3, throttled: true },
	{ work: 'status', tasks: 10_000, latency: 100, rounds: 3, onlyLists: true },
];

const isOther = ({ work }: Case): boolean => work !== 'status';

/** All the rest, once, and again as long as there is time. */
export const OTHERS: readonly Case[] = [
	...each({ tasks: 1_000, rounds: 3 }, [20]).filter(isOther),
	...each({ tasks: 1_000, rounds: 3, throttled: true }, [20]).filter(isOther),
	...each({ tasks: 100, rounds: 3 }),
	...each({ tasks: 1, rounds: 5 }),
	...each({ tasks: 1_000, rounds: 3 }, [0, 100]),
	...each({ tasks: 10_000, rounds: 2 }, [20]),
];

/** HTTP Request takes a minute for so many, each time. */
const MANY = 10_000;
/** With more than these, a subject that does not share calls, or pauses between them, is slow. */
const FEW = 100;
const LISTS = [OWN_LIST, HTTP_REQUEST_LISTS];
/** For one task there is nothing to share. */
const SINGLE = [OWN, HTTP_REQUEST, FLOOR];

/**
 * @param name of the subject in the table
 * @returns whether it does the work in this case
 */
export function takesPart(
	{ work, tasks, throttled, withSlow, onlyLists }: Case,
	name: string,
	subject: Subject,
): boolean {
	if (onlyLists) return LISTS.includes(name);
	if (throttled) {
		const isOfStatus = subject.takesPart !== 'under 429' || work === 'status';
		return name !== FLOOR && subject.takesPart !== 'where few' && isOfStatus;
	}
	if (subject.takesPart === 'under 429') return false;
	if (tasks === 1) return SINGLE.includes(name);
	if (subject.takesPart === 'where few' && tasks > FEW) return withSlow === true;
	return name !== HTTP_REQUEST || tasks < MANY || work === 'status';
}

/** @returns the case in the words of the table. */
export const labelOf = ({ work, tasks, latency, throttled }: Case): string =>
	`${work} of ${tasks.toLocaleString('en')} ${tasks === 1 ? 'task' : 'tasks'}, ${latency} ms${throttled ? ', 1 in 7 answered 429' : ''}`;

/** Sorts cases as the table has them. */
export const inOrder = (one: Case, other: Case): number =>
	WORKS.indexOf(one.work) - WORKS.indexOf(other.work) ||
	Number(one.throttled ?? false) - Number(other.throttled ?? false) ||
	one.latency - other.latency ||
	one.tasks - other.tasks;
