import type { INodeProperties } from 'n8n-workflow';
import { MAX_BATCH_SIZE, type SendingOptions } from '../batch/sending';
import { MAX_WIDTH } from '../http/pace';
import { DEFAULT_RETRY_POLICY } from '../http/types';
import { success, type Outcome } from '../failures/failure';
import type { Reader } from './parameters/reader';

/** Entries per call by default: many for queries, few for changes, because a refused change is dearer. */
const DEFAULT_BATCH_SIZE = { query: 100, change: 10 } as const;

/** Calls at the same time: for a query only a bound, below which the client finds out what the service takes. */
export const DEFAULT_CONCURRENCY = { query: MAX_WIDTH, change: 4 } as const;

const CONCURRENCY_DESCRIPTION = {
	query: `Max number of API calls at the same time, from 1 to ${MAX_WIDTH}. The node sends fewer while the service is busy.`,
	change: 'Max number of API calls at the same time, from 1 to 20',
} as const;

const MAX_CONCURRENCY = { query: MAX_WIDTH, change: 20 } as const;

/**
 * @param kind whether the operation queries or changes, which sets the default batch size
 * @returns the fields for batch size, concurrency and retry, to be put into the collection "Options"
 */
export function sendingFields(kind: keyof typeof DEFAULT_BATCH_SIZE): INodeProperties[] {
	const batchSize = DEFAULT_BATCH_SIZE[kind];
	const concurrency = DEFAULT_CONCURRENCY[kind];
	const { maxAttempts, maxWaitSeconds } = DEFAULT_RETRY_POLICY;
	return [
		{
			displayName: 'Batch Size',
			name: 'batchSize',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: MAX_BATCH_SIZE },
			default: batchSize,
			description: 'Max number of tasks per API call, from 1 to 100',
		},
		{
			displayName: 'Concurrency',
			name: 'concurrency',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: MAX_CONCURRENCY[kind] },
			default: concurrency,
			description: CONCURRENCY_DESCRIPTION[kind],
		},
		{
			displayName: 'Max Attempts',
			name: 'maxAttempts',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 20 },
			default: maxAttempts,
			description:
				'Attempts per API call on throttling or network errors. Tasks are never created twice.',
		},
		{
			displayName: 'Max Wait Between Attempts (Seconds)',
			name: 'maxRetryWait',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 600 },
			default: maxWaitSeconds,
			description: 'Upper limit for the pause between attempts',
		},
	];
}

/** @returns the collection "Options" with the given fields, in the order of use. */
export const optionsCollection = (fields: readonly INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [...fields],
});

/** The collection "Options" of a query. */
export const QUERY_OPTIONS: INodeProperties = optionsCollection(sendingFields('query'));

/**
 * @param kind whether the operation queries or changes
 * @returns the fields for concurrency and retry, for an operation that the service takes one task at a time
 */
export const singleSendingFields = (kind: keyof typeof DEFAULT_BATCH_SIZE): INodeProperties[] =>
	sendingFields(kind).filter(({ name }) => name !== 'batchSize');

/** What an operation sends: `single` where the service takes one task at a time, which is a change unless it says otherwise. */
export type SendingKind = keyof typeof DEFAULT_BATCH_SIZE | 'single' | 'singleQuery';

const SAME_FOR_ALL = ['concurrency', 'maxAttempts', 'maxRetryWait'];

/**
 * @param reader the parameters of the node
 * @param kind what the operation sends, which sets the defaults
 * @param items the items that count; all by default
 * @returns the sending options of a run; or which of them differs between items, or is out of its range
 */
export function sendingOptionsOf(
	reader: Reader,
	kind: SendingKind,
	items?: readonly number[],
): Outcome<SendingOptions> {
	const isSingle = kind === 'single' || kind === 'singleQuery';
	const defaults = kind === 'query' || kind === 'singleQuery' ? 'query' : 'change';
	const names = isSingle ? SAME_FOR_ALL : ['batchSize', ...SAME_FOR_ALL];
	const settings = reader.same(
		names.map((name) => `options.${name}`),
		items,
	);
	if (!settings.ok) return settings;
	const number = (name: string): number | undefined => settings.value.number(`options.${name}`);
	const { maxAttempts, maxWaitSeconds } = DEFAULT_RETRY_POLICY;
	return success({
		batchSize: number('batchSize') ?? DEFAULT_BATCH_SIZE[defaults],
		concurrency: number('concurrency') ?? DEFAULT_CONCURRENCY[defaults],
		retry: {
			maxAttempts: number('maxAttempts') ?? maxAttempts,
			maxWaitSeconds: number('maxRetryWait') ?? maxWaitSeconds,
		},
	});
}
