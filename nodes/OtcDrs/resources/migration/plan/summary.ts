import type { IDataObject } from 'n8n-workflow';
import { MAX_BATCH_SIZE } from '../../../../shared/batch/sending';
import { toWords } from '../../../../shared/drs/differences';
import type { Outcome } from '../../../../shared/failures/failure';
import { readText } from '../../../../shared/values/read';
import { withoutUndefined } from '../../../../shared/values/withoutUndefined';
import { costSummary, type CostSettings } from '../report/costs';
import { toHtml } from '../report/html';
import { toMarkdown } from '../report/markdown';
import { toPicture, type SummaryWords } from '../report/picture';
import { EMPTY_ROW, type Row, type TaskState } from '../report/row';
import { toText } from '../report/text';
import type { Action } from './decide';
import { costOfPlan, toPlanJson } from './output';
import type { Planned } from './planned';
import { countCalls } from './steps';

/** A database in the summary. */
export interface PlannedItem {
	item: number;
	planned: Outcome<Planned>;
}

/** How the actions look in a report: which colour, and which words. */
const LOOKS: Record<Action, { state: TaskState; label: string; words: string }> = {
	blocked: { state: 'failed', label: 'Blocked', words: 'blocked' },
	create: { state: 'waiting', label: 'Create', words: 'to be created' },
	continue: { state: 'paused', label: 'Continue', words: 'to be continued' },
	start: { state: 'transferring', label: 'Start', words: 'to be started' },
	leave: { state: 'complete', label: 'Leave', words: 'left as they are' },
};

const WORDS: SummaryWords = {
	noun: ['database', 'databases'],
	states: Object.values(LOOKS).map(({ state, words }) => [state, words]),
};

const nameOf = ({ item, planned }: PlannedItem): string =>
	(planned.ok ? planned.value.asked.plan.task.body.name : readText(planned.failure.jobName)) ??
	`Item ${item}`;

function toRow(one: PlannedItem, costs: CostSettings): Row {
	const name = nameOf(one);
	if (!one.planned.ok) {
		const { message, description = '' } = one.planned.failure;
		const { state, label } = LOOKS.blocked;
		return { ...EMPTY_ROW, name, state, statusText: label, reason: message, nextStep: description };
	}
	const { asked, decision } = one.planned.value;
	const { action, reason, remedy = '', task, differences, warnings, steps } = decision;
	const { ageHours, soFar, perDay } = costOfPlan(one.planned.value, costs);
	const words = differences.map(toWords);
	const sentences = [
		reason,
		...(words.length > 0 ? [`Differs: ${words.join(', ')}`] : []),
		...warnings,
	];
	return {
		...EMPTY_ROW,
		id: task?.id ?? '',
		name,
		engine: asked.plan.task.body.engine_type,
		status: task?.status ?? '',
		statusText: LOOKS[action].label,
		state: LOOKS[action].state,
		reason: sentences.map((sentence) => sentence.replace(/\.$/, '')).join('. '),
		nextStep: remedy,
		steps: steps.map(({ label }) => label).join(', '),
		ageHours,
		cost: soFar,
		costPerDay: perDay,
		currency: costs.currency,
		needsAttention: action === 'blocked' || differences.length > 0 || warnings.length > 0,
	};
}

function toEntry(one: PlannedItem, costs: CostSettings): IDataObject {
	const { item, planned } = one;
	if (planned.ok) return { item, ...toPlanJson(planned.value, costs) };
	const { message: reason, description: remedy } = planned.failure;
	const entry = { item, name: nameOf(one), action: 'blocked', reason, remedy };
	return withoutUndefined(entry) as IDataObject;
}

/** How the summary is written. */
interface SummaryLook {
	/** Milliseconds since 1970. */
	generatedAt: number;
	timeZone: string;
	costs: CostSettings;
	/** Whether it holds forms for people; an AI agent gets none. */
	hasForms: boolean;
}

/** @returns one summary of the plans for all databases, for people: counts, the plans, HTML, Markdown and text. */
export function toSummary(
	items: readonly PlannedItem[],
	batchSize: number,
	{ generatedAt, timeZone, costs, hasForms }: SummaryLook,
): IDataObject {
	const rows = items.map((one) => toRow(one, costs));
	const hasPrice = costs.pricePerHour !== undefined;
	const picture = toPicture(
		{
			title: 'Migration plan',
			generatedAt,
			timeZone,
			columns: [
				'name',
				'engine',
				'status',
				'steps',
				...(hasPrice ? (['cost'] as const) : []),
				'reason',
			],
			sortBy: 'urgency',
			words: WORDS,
		},
		rows,
	);
	const counts = Object.fromEntries(
		Object.entries(LOOKS).map(([action, { state }]) => [action, picture.counts[state]]),
	);
	const { total, attention } = picture.counts;
	const all = items.flatMap(({ planned }) => (planned.ok ? [planned.value.decision.steps] : []));
	return {
		title: picture.title,
		generated_at: new Date(generatedAt).toISOString(),
		counts: { total, attention, ...counts },
		calls: countCalls(all, { changes: batchSize, queries: MAX_BATCH_SIZE }),
		...costSummary(rows, costs),
		databases: items.map((one) => toEntry(one, costs)),
		...(hasForms && {
			html: toHtml(picture),
			markdown: toMarkdown(picture),
			text: toText(picture),
		}),
	};
}
