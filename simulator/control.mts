import type { FaultInjector, FaultRule } from './faults/injector.mts';
import { FAULT_KINDS } from './faults/injector.mts';
import { loginPage } from './faults/effects.mts';
import { mask } from './journal/mask.mts';
import type { Answer } from './http/answer.mts';
import type { Journal } from './journal/journal.mts';
import {
	outcomeProblem,
	type OutcomeBook,
	type OutcomeRule,
	type TaskStore,
} from './drs/index.mts';

/** Where people and other processes look into the simulator and steer it. */
export const CONTROL_PREFIX = '/__simulator/';

const done: Answer = { status: 204, body: undefined };

/**
 * Serves the control addresses: journal (GET, DELETE), faults (GET, POST, DELETE), outcomes (the same),
 * tasks (GET), health (GET).
 *
 * @param method HTTP method
 * @param name what follows the prefix
 * @param body the parsed body of a POST
 */
export function control(
	method: string,
	name: string,
	body: unknown,
	parts: { journal: Journal; faults: FaultInjector; outcomes: OutcomeBook; tasks: TaskStore },
): Answer {
	const { journal, faults, outcomes, tasks } = parts;
	switch (`${method} ${name}`) {
		case 'GET health':
			return { status: 200, body: { status: 'ok' } };
		case 'GET login':
			return loginPage();
		case 'GET journal':
			return { status: 200, body: journal.entries };
		case 'DELETE journal':
			journal.clear();
			return done;
		case 'GET faults':
			return { status: 200, body: faults.list() };
		case 'POST faults': {
			const rule = body as FaultRule | null | undefined;
			if (!rule || !FAULT_KINDS.includes(rule.kind)) {
				return {
					status: 400,
					body: { message: `"kind" has to be one of ${FAULT_KINDS.join(', ')}` },
				};
			}
			faults.add(rule);
			return { status: 201, body: rule };
		}
		case 'DELETE faults':
			faults.clear();
			return done;
		case 'GET outcomes':
			return { status: 200, body: outcomes.list() };
		case 'POST outcomes': {
			const rules = [body].flat();
			const problem = rules.map(outcomeProblem).find((found) => found !== undefined);
			if (problem) return { status: 400, body: { message: problem } };
			for (const rule of rules) outcomes.add(rule as OutcomeRule);
			return { status: 201, body };
		}
		case 'DELETE outcomes':
			outcomes.clear();
			return done;
		case 'GET tasks':
			return { status: 200, body: mask(tasks.all()) };
		default:
			return { status: 404, body: { message: `There is no ${method} ${CONTROL_PREFIX}${name}` } };
	}
}
