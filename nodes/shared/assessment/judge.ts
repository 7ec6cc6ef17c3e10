import type { Side } from '../sql/family';
import { Look, type Rule } from './rule';
import type { AssessmentSettings, Finding, Unknown } from './types';

/** What the rules say of one pair. */
export interface Judged {
	findings: Finding[];
	unknown: Unknown[];
}

/**
 * Asks every rule that a task of these settings is asked.
 *
 * @param rules of the family
 * @param sides what was read
 * @param settings of the task
 * @returns what is wrong, and what could not be judged
 */
export function judge<Facts>(
	rules: ReadonlyArray<Rule<Facts>>,
	sides: Partial<Record<Side, Facts>>,
	settings: AssessmentSettings,
): Judged {
	const judged: Judged = { findings: [], unknown: [] };
	for (const { id: item, title, scenarios, severity, remedy, applies, judge: decide } of rules) {
		if (!scenarios.includes(settings.scenario) || applies?.(settings) === false) continue;
		const look = new Look(sides, settings);
		const findings = decide(look);
		judged.findings.push(...findings.map((found) => ({ item, title, severity, remedy, ...found })));
		if (look.missing.size > 0) {
			judged.unknown.push({ item, title, reason: [...look.missing].join(' ') });
		}
	}
	const weight = ({ severity }: Finding): number => (severity === 'failed' ? 0 : 1);
	judged.findings.sort((one, other) => weight(one) - weight(other));
	return judged;
}
