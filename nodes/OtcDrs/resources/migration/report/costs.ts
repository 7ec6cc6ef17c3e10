import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { costOf, idleOf } from '../../../../shared/drs/cost';
import type { Fields } from '../../../../shared/n8n/parameters/fields';
import type { Row } from './row';

/** What the user says of prices, and of tasks that do nothing. */
export interface CostSettings {
	/** Of one task; undefined without a price. */
	pricePerHour?: number;
	currency: string;
	/** After so many days a task that does nothing is idle; undefined where nobody asks. */
	idleDays?: number;
}

const MOST_PRICE = 1_000_000;
const MOST_DAYS = 3_650;

/** The fields of prices, to be put into the collection "Options". */
export const PRICE_FIELDS: INodeProperties[] = [
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'string',
		default: 'EUR',
		description: 'The currency of the price, as it is shown',
	},
	{
		displayName: 'Price per Hour',
		name: 'pricePerHour',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: MOST_PRICE, numberPrecision: 4 },
		default: 0,
		description:
			'What a task costs per hour, from your contract or the price calculator of Open Telekom Cloud. A task is billed from its creation until it has ended.',
	},
];

/** The field that asks for tasks which do nothing. */
export const IDLE_FIELD: INodeProperties = {
	displayName: 'Idle After (Days)',
	name: 'idleDays',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: MOST_DAYS },
	default: 3,
	description:
		'Lists tasks that have done nothing for this many days: not started, failed, transferred but not stopped, or paused',
};

/** @returns the currency as it is shown */
export const currencyOf = (entered: string | undefined): string => (entered ?? 'EUR').slice(0, 12);

/** The fields of costs in the collection "Options". */
export const COST_OPTIONS = ['currency', 'pricePerHour', 'idleDays'];

/** @returns the settings of costs, from fields by their paths */
export const readCosts = (fields: Fields): CostSettings => ({
	currency: currencyOf(fields.text('options.currency')),
	pricePerHour: fields.isAdded('options.pricePerHour')
		? (fields.number('options.pricePerHour') ?? 0)
		: undefined,
	idleDays: fields.number('options.idleDays'),
});

const NEXT_STEP = 'It is billed until it has ended: let it continue, or stop and delete it.';

/**
 * @param row a task
 * @param details of the task
 * @param now in ms since 1970
 * @param settings of costs
 * @returns the task with its age, its costs, and whether it does nothing; a reason of its own stays
 */
export function withCosts(
	row: Row,
	details: IDataObject,
	now: number,
	{ pricePerHour, currency, idleDays }: CostSettings,
): Row {
	const { ageHours, soFar, perDay } = costOf(details, now, pricePerHour);
	const idle = idleDays === undefined ? undefined : idleOf(details, now, idleDays);
	const costs = { ageHours, cost: soFar, costPerDay: perDay, currency, idle };
	if (!idle) return { ...row, ...costs };
	return {
		...row,
		...costs,
		reason: row.reason === '' ? idle.reason : row.reason,
		nextStep: row.needsAttention ? row.nextStep : NEXT_STEP,
		needsAttention: true,
	};
}

/** @returns what the output tells of the costs of one task. */
export const costJson = ({ ageHours, cost, costPerDay, idle }: Row): IDataObject => ({
	age_hours: ageHours ?? null,
	cost: cost ?? null,
	cost_per_day: costPerDay ?? null,
	...(idle && { idle_rule: idle.rule, idle_days: idle.days, idle_reason: idle.reason }),
});

const sum = (values: ReadonlyArray<number | null | undefined>): number =>
	Math.round(values.reduce((total: number, value) => total + (value ?? 0), 0) * 100) / 100;

/** @returns what the output tells of the costs of all tasks: sums with a price, and those that do nothing where they are asked for. */
export function costSummary(
	rows: readonly Row[],
	{ pricePerHour, currency, idleDays }: CostSettings,
): IDataObject {
	const idle = rows.filter((row) => row.idle !== undefined);
	return {
		...(pricePerHour !== undefined && {
			costs: {
				currency,
				price_per_hour: pricePerHour,
				so_far: sum(rows.map(({ cost }) => cost)),
				per_day: sum(rows.map(({ costPerDay }) => costPerDay)),
				idle_per_day: sum(idle.map(({ costPerDay }) => costPerDay)),
			},
		}),
		...(idleDays !== undefined && {
			idle: idle.map(({ id, name, status, idle: found, cost, costPerDay }) => ({
				id,
				name,
				status,
				rule: found?.rule,
				days: found?.days,
				reason: found?.reason,
				cost: cost ?? null,
				cost_per_day: costPerDay ?? null,
			})),
		}),
	};
}
