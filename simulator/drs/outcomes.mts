import type { Clock } from '../clock.mts';
import { outcomeProblem } from './outcomeRules.mts';
import type { OutcomeKind, OutcomeRule } from './outcomeRules.mts';
import type { Task } from './task.mts';

/** A rule that counts, and how often it happened to each task. */
export interface ActiveOutcome extends OutcomeRule {
	/** When the rule was added; nothing happens by it before. */
	addedAt: number;
	happened: Map<string, number>;
	means(task: Task): boolean;
}

/** Names that provoke trouble, so that people can see it without a script. */
const NAMED: readonly OutcomeRule[] = [
	{ task: '*fail-create*', kind: 'createFails' },
	{ task: '*fail-connection*', kind: 'connectionFails' },
	{
		task: '*fail-precheck*',
		kind: 'precheckItem',
		item: 'srcDbBinlogIsOff',
		reason: 'Binlog is off on the source database. Set log_bin to ON and restart the database.',
	},
	{
		task: '*fail-precheck*',
		kind: 'precheckItem',
		item: 'srcDbPrivilegesIsEnoughForIncre',
		reason: 'The source user lacks REPLICATION SLAVE and REPLICATION CLIENT.',
	},
	{ task: '*fail-start*', kind: 'startFails' },
	{ task: '*fail-transfer*', kind: 'fullTransferFails' },
	{ task: '*fail-incremental*', kind: 'incrementalFails' },
	{ task: '*fail-release*', kind: 'releaseFails' },
];

/** Names of tasks are not case-sensitive. */
const patternOf = (text: string): RegExp =>
	new RegExp(`^${text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'i');

function activate(rule: OutcomeRule, addedAt: number): ActiveOutcome {
	const pattern = patternOf(rule.task);
	return {
		...rule,
		addedAt,
		happened: new Map(),
		means: ({ id, name }) => rule.task === id || pattern.test(name),
	};
}

/** What happens to which tasks: by script, and by names that make trouble. */
export class OutcomeBook {
	private rules: ActiveOutcome[] = [];

	private readonly named = NAMED.map((rule) => activate(rule, 0));

	/**
	 * @param clock tells when a rule was added
	 * @param settle brings all tasks to where time has brought them, so that a new rule changes nothing that has passed
	 */
	constructor(
		private readonly clock: Clock,
		private readonly settle: () => void,
	) {}

	/**
	 * Adds a rule. Rules are asked in the order in which they were added, before those of the names.
	 *
	 * @throws Error if the rule is not valid
	 */
	add(rule: OutcomeRule): void {
		const problem = outcomeProblem(rule);
		if (problem) throw new Error(problem);
		this.settle();
		this.rules.push(activate(rule, this.clock.now()));
	}

	/** Removes all rules that were added. What has happened by them stays as it is. */
	clear(): void {
		this.settle();
		this.rules = [];
	}

	/** @returns the rules that were added, with how often each happened. */
	list(): Array<OutcomeRule & { happened: number }> {
		return this.rules.map(({ addedAt: _addedAt, means: _means, happened, ...rule }) => ({
			...rule,
			happened: [...happened.values()].reduce((sum, count) => sum + count, 0),
		}));
	}

	/** @returns the rules of one kind that are due for a task. */
	due(kind: OutcomeKind, task: Task): ActiveOutcome[] {
		return [...this.rules, ...this.named].filter(
			(rule) =>
				rule.kind === kind &&
				rule.means(task) &&
				(rule.happened.get(task.id) ?? 0) < (rule.times ?? Infinity),
		);
	}

	/** Notes that a rule has happened to a task. */
	note({ happened }: ActiveOutcome, { id }: Task): void {
		happened.set(id, (happened.get(id) ?? 0) + 1);
	}
}
