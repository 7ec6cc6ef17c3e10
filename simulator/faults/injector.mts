import type { Random } from '../random.mts';

/** What can go wrong with a call. */
export type FaultKind =
	| 'dropBefore'
	| 'dropAfter'
	| 'tooManyRequests'
	| 'serverError'
	| 'tooFrequent'
	| 'busy'
	| 'truncated'
	| 'html'
	| 'delay'
	| 'deadToken'
	| 'forbidden'
	| 'unauthorizedPermission'
	| 'missingResult'
	| 'duplicateResult';

/** All kinds, for checks and help texts. */
export const FAULT_KINDS: readonly FaultKind[] = [
	'dropBefore',
	'dropAfter',
	'tooManyRequests',
	'serverError',
	'tooFrequent',
	'busy',
	'truncated',
	'html',
	'delay',
	'deadToken',
	'forbidden',
	'unauthorizedPermission',
	'missingResult',
	'duplicateResult',
];

/** Which calls go wrong, and how. Without a limit every matching call does. */
export interface FaultRule {
	kind: FaultKind;
	/** Operations of the contract; all of them if left out. */
	operation?: string | string[];
	service?: string;
	/** How many calls go wrong in all. */
	times?: number;
	/** One in so many matching calls. */
	every?: number;
	/** Share of the matching calls, from 0 to 1, by the simulator's seed. */
	rate?: number;
	/** Matching calls that pass first. */
	skip?: number;
	/** HTTP status of `serverError` (500) and `html` (502). */
	status?: number;
	/** Header of `tooManyRequests` and `tooFrequent`. */
	retryAfterSeconds?: number;
	/** Length of `delay`, in real ms. */
	delayMs?: number;
}

interface ActiveRule extends FaultRule {
	matched: number;
	fired: number;
}

/** Decides by rules and by seed which calls go wrong. */
export class FaultInjector {
	private rules: ActiveRule[] = [];

	constructor(private readonly random: Random) {}

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
		const position = ++rule.matched - (rule.skip ?? 0);
		if (position <= 0 || rule.fired >= (rule.times ?? Infinity)) return false;
		const due = rule.every === undefined || position % rule.every === 0;
		if (!due || (rule.rate !== undefined && this.random() >= rule.rate)) return false;
		rule.fired++;
		return true;
	}
}
