import type { OutcomeRule } from '../../../simulator/drs/index.mts';
import { DURATIONS, resultsOf, type Engine, type Fields } from './engine.mts';

/** @returns what a test of outcomes does with its task: scripts what becomes of it, lets steps pass, changes it */
export const outcomeSteps = (drs: Engine, idOf: () => string) => ({
	script: (rule: Omit<OutcomeRule, 'task'> & { task?: string }) =>
		drs.context.outcomes.add({ task: idOf(), ...rule }),
	pass: (...steps: Array<keyof typeof DURATIONS>) => {
		for (const step of steps) drs.clock.time += DURATIONS[step];
	},
	change: (operation: string, fields: Fields = {}) =>
		resultsOf(drs.call(operation, { jobs: [{ job_id: idOf(), ...fields }] }))[0],
});
