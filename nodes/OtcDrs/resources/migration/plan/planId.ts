import { createHash } from 'node:crypto';
import { jsonParse, type IDataObject } from 'n8n-workflow';
import type { Failure } from '../../../../shared/failures/failure';
import { withoutSecrets } from '../../../../shared/http/withoutSecrets';
import { readText } from '../../../../shared/values/read';
import type { ConnectionTests } from '../run/mongo';
import type { Plan } from '../run/plan';
import type { Decision } from './decide';

const DIGITS = 16;

/** @returns a value with the keys of all objects in order, so that the same content gives the same text. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

const digest = (value: unknown): string =>
	createHash('sha256')
		.update(JSON.stringify(sorted(value)))
		.digest('hex')
		.slice(0, DIGITS);

/** The addresses of a cluster stand in a text that holds passwords, too, and is left out as a whole. */
const nodesOf = ({ source, target }: ConnectionTests): IDataObject[] =>
	[source, target].map(({ property }) =>
		withoutSecrets({ nodes: jsonParse(readText(property) ?? '[]') }),
	);

/** What a user sets for one database. Passwords and keys are left out, because a plan ID is shown to people. */
function settingsPart({ settings, ...plan }: Plan): string {
	const { stopAfter, acceptAlarms, ifSettingsDiffer, cleanUp, waitFor } = settings;
	const open = withoutSecrets(plan as unknown as IDataObject);
	return digest({
		plan: open,
		nodes: nodesOf(plan.connectionTests),
		settings: { stopAfter, acceptAlarms, ifSettingsDiffer, cleanUp, waitFor },
	});
}

/** What was found, as far as it decides what is done: a transfer that continues is no other world. */
const worldPart = ({ action, task, differences, steps }: Decision): string =>
	digest({ action, id: task?.id ?? null, differences, stages: steps.map(({ stage }) => stage) });

/** @returns the ID of the plan for a database: what was asked for, and what was found. It holds nothing secret. */
export const planIdOf = (plan: Plan, decision: Decision): string =>
	`${settingsPart(plan)}-${worldPart(decision)}`;

/**
 * Compares a plan that people have agreed to with what a run would do now.
 *
 * @param agreed the ID that the operation Plan gave
 * @param name of the task
 * @param planned the plan of now
 * @returns why the item is not run; undefined where all is as it was planned
 */
export function changedSince(
	agreed: string,
	name: string,
	{ planId, decision }: { planId: string; decision: Decision },
): Failure | undefined {
	if (agreed === planId) return undefined;
	const isOther = agreed.split('-')[0] !== planId.split('-')[0];
	return {
		message: isOther
			? `Task "${name}": the settings are not those that were planned`
			: `Task "${name}": the cloud has changed since it was planned: now the run would ${WORDS[decision.action]} (${decision.reason})`,
		description: 'Nothing was changed. Run Migration → Plan again and look at the new plan.',
		jobId: decision.task?.id,
		jobName: name,
		details: { action: decision.action, plan_id: planId },
	};
}

const WORDS: Record<Decision['action'], string> = {
	create: 'create it',
	continue: 'continue it',
	start: 'start it',
	leave: 'leave it as it is',
	blocked: 'be blocked',
};
