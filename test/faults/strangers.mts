import type { INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../../simulator/index.mts';
import { passMinutes } from '../support/clock.mts';
import { CREATE, otcEngine, runNode } from '../support/otc.mts';
import { forgetSessions } from '../support/sessions.mts';
import type { Work } from './figures.mts';

const OTHER_INSTANCE = '64e8d7a31afa476ca85609a17af83765in01';
const OTHER_HOST = '10.9.9.9';

/** An ID as the service gives it to a task. */
const TASK_ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{7}jb101/g;

const isChange = (operation: string): boolean => !/^(get|list)/.test(operation);

/** What tells the task of somebody else: the target instance, or the host of the source. */
const ANOTHER: readonly INodeParameters[] = [
	{ targetInstance: { __rl: true, mode: 'id', value: OTHER_INSTANCE } },
	{ sourceDatabase: { ip: OTHER_HOST, dbPort: 3306 } },
];

/** Tasks of somebody else, whose names the items ask for as well. */
export interface Strangers {
	ids: ReadonlySet<string>;
	/** @returns how many of them a call named that changes or starts tasks */
	touched(): number;
}

/**
 * Lets somebody else create tasks, ready for a configuration and a start.
 *
 * @param simulator where the tasks are
 * @param names their names
 * @param work of the items: those of creations do not ask for a host
 */
export async function plantStrangers(
	simulator: Simulator,
	names: readonly string[],
	work: Work,
): Promise<Strangers> {
	const kinds = work === 'create' ? ANOTHER.slice(0, 1) : ANOTHER;
	for (const [kind, another] of kinds.entries()) {
		const items = names.filter((_, index) => index % kinds.length === kind);
		if (items.length === 0) continue;
		const parameters = { ...CREATE, ...another };
		await runNode(
			otcEngine(simulator.url),
			parameters,
			items.map((name) => ({ name })),
		);
		passMinutes(60);
	}
	const ids = new Set(simulator.tasks.all().map(({ id }) => id));
	simulator.journal.clear();
	forgetSessions();
	return {
		ids,
		touched() {
			const named = simulator.journal.entries
				.filter(({ service, operation }) => service === 'drs' && isChange(operation))
				.flatMap(({ requestBody }) => JSON.stringify(requestBody ?? null).match(TASK_ID) ?? []);
			return new Set(named.filter((id) => ids.has(id))).size;
		},
	};
}
