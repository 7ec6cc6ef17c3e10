/** What n8n has done for a database so far, as it was seen: requests, parts of executions that ended, messages. */
export type Events = readonly string[];

/** The n8n that is killed: the newest or the oldest, in regular mode or in queue mode. */
export type Victim = 'newest' | 'oldest' | 'newest queue' | 'oldest queue';

/** Which processes of an n8n in queue mode are killed. */
export type Members = 'all' | 'main' | 'workers';

/** A moment of Webhook → Run → Wait → message in which n8n is killed. */
export interface Moment {
	moment: string;
	/** The database that is migrated meanwhile. */
	database: string;
	/** Which of the kills hits it. n8n is held in the moment until then. */
	kill: number;
	/** What that kill hits in queue mode; in regular mode there is one process. */
	killed?: Members;
	/** The order in which executions begin before a kill: each waits for those before it to be held. */
	begins: number;
	/** Whether it is now. */
	is(events: Events): boolean;
	/** After the kill in which of them the workflow does not go on by itself: a second run has to finish. */
	needsSecondRun: readonly Victim[];
}

const now = (event: string) => (events: Events) => events.at(-1) === event;
const nowFor = (time: number, event: string) => (events: Events) =>
	now(event)(events) && events.filter((one) => one === event).length === time;
/** Told once since something else; when n8n recovers from a kill, it tells again of what waits. */
const nowSince = (last: string, event: string) => (events: Events) =>
	events.includes(last) && nowFor(1, event)(events.slice(events.lastIndexOf(last)));
const atFirstRequestAfter = (event: string) => (events: Events) =>
	events.at(-2) === event && events.at(-1)!.startsWith('asked ');

/** The message is not answered. The hook in a worker may tell later that the wait has ended: main does not wait for it. */
const wasTold = (events: Events) => events.includes('told');

const ALL: readonly Victim[] = ['newest', 'oldest', 'newest queue', 'oldest queue'];

/** One database is parked again and again, and killed each time. */
const PARKED = 'killed-parked';

/** All moments of regular mode, by kill and in the order in which they begin. */
export const MOMENTS: readonly Moment[] = [
	{
		moment: 'after the resume, in the next node',
		database: 'killed-resumed',
		...{ kill: 1, begins: 1, is: wasTold, needsSecondRun: ALL },
	},
	{
		moment: 'between start and wait, in the first turn of the wait',
		database: 'killed-between',
		...{ kill: 1, begins: 2, is: atFirstRequestAfter('Waiting: Run success') },
		needsSecondRun: ALL,
	},
	{
		moment: 'in a turn, before the start is answered',
		database: 'killed-in-turn',
		...{ kill: 1, begins: 2, is: now('startTasks'), needsSecondRun: ALL },
	},
	{
		moment: 'after the creation was answered',
		database: 'killed-created',
		...{ kill: 1, begins: 3, is: atFirstRequestAfter('createTasks'), needsSecondRun: ALL },
	},
	{
		moment: 'before the creation is answered',
		database: 'killed-creating',
		...{ kill: 1, begins: 3, is: now('createTasks'), needsSecondRun: ALL },
	},
	{
		moment: 'between the parking of the sub-execution and that of the workflow',
		database: 'killed-parking',
		...{ kill: 1, begins: 4, is: nowFor(1, 'Waiting: Run waiting'), needsSecondRun: ALL },
	},
	{
		moment: 'while the run is parked',
		database: PARKED,
		...{ kill: 2, begins: 1, is: nowFor(1, 'Killed waiting'), needsSecondRun: [] },
	},
	{
		moment: 'while the wait is parked',
		database: PARKED,
		...{ kill: 3, begins: 0, is: nowSince('Waiting: Run success', 'Killed waiting') },
		needsSecondRun: [],
	},
	{
		moment: 'at the end of the sub-execution',
		database: PARKED,
		...{ kill: 4, begins: 0, is: now('Waiting: Wait success'), needsSecondRun: ['oldest'] },
	},
];
