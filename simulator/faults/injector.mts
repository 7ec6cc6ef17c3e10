import { REAL_CLOCK, type Clock } from '../clock.mts';
import type { Random } from '../random.mts';
import type { FaultRule } from './kinds.mts';

export { FAULT_KINDS, type FaultKind, type FaultRule } from './kinds.mts';

interface ActiveRule extends FaultRule {
	matched: number;
	fired: number;
	/** When it fired first. */
	since?: number;
}

/** Decides by rules and by seed which calls go wrong. */
export class FaultInjector {
	private rules: ActiveRule[] = [];

	constructor(
		private readonly random: Random,
		private readonly clock: Clock = REAL_CLOCK,
	) {}

	/** Adds a rule; rules are asked in the order in which they were added, and the first that fires counts. */
	add(rule: FaultRule): void {
		this.rules.push({ ...rule, matched: 0, fired: 0 });
	}

	clear(): void {
		this.rules = [];
	}

	/** @returns the rules, with how often each matched and fired. */
	list(): ReadonlyArray<Readonly<ActiveRule>> {
		return this.rules;
	}

	/** @returns the rule that this call falls to, if any. */
	next(operation: string, service: string): FaultRule | undefined {
		return this.rules.find((rule) => {
			const operations = rule.operation === undefined ? [operation] : [rule.operation].flat();
			if (!operations.includes(operation) || (rule.service ?? service) !== service) return false;
			return this.fires(rule);
		});
	}

	private fires(rule: ActiveRule): boolean {
		const now = this.clock.now();
		if (now >= (rule.since ?? now) + (rule.forMs ?? Infinity)) return false;
		const position = ++rule.matched - (rule.skip ?? 0);
		if (position <= 0 || rule.fired >= (rule.times ?? Infinity)) return false;
		const due = rule.every === undefined || position % rule.every === 0;
		if (!due || (rule.rate !== undefined && this.random() >= rule.rate)) return false;
		rule.fired++;
		rule.since ??= now;
		return true;
	}
}
