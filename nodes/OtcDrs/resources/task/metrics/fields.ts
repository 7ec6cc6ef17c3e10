import type { INodeProperties } from 'n8n-workflow';
import { showWhen } from '../../../../shared/n8n/fields';
import { optionsCollection, singleSendingFields } from '../../../../shared/n8n/options';
import { TASK_FIELD } from '../../../../shared/fields/task';
import { AGGREGATIONS, METRICS, PERIODS } from './metrics';

/** The fields of Task → Get Metrics. */
export const METRICS_FIELDS: INodeProperties[] = [
	TASK_FIELD,
	{
		displayName: 'Metrics',
		name: 'metrics',
		type: 'multiOptions',
		required: true,
		options: METRICS,
		default: ['apply_latency'],
		description: 'Metrics to get. One API call per metric and task.',
	},
	{
		displayName: 'Time Range',
		name: 'timeRange',
		type: 'options',
		options: [
			{ name: 'Last Hour', value: 1 },
			{ name: 'Last 6 Hours', value: 6 },
			{ name: 'Last 24 Hours', value: 24 },
			{ name: 'Last 7 Days', value: 168 },
			{ name: 'Custom Range', value: 0 },
		],
		default: 1,
		description: 'Time range. Data arrives 5–10 minutes late.',
	},
	...showWhen({ timeRange: [0] }, [
		{
			displayName: 'From',
			name: 'from',
			type: 'dateTime',
			default: '',
			description: 'Start of the range',
		},
		{
			displayName: 'To',
			name: 'to',
			type: 'dateTime',
			default: '',
			description: 'End of the range. Leave empty for now.',
		},
	]),
	{
		displayName: 'Period',
		name: 'period',
		type: 'options',
		options: PERIODS,
		default: 300,
		description: 'Length of one data point',
	},
	{
		displayName: 'Aggregation',
		name: 'aggregation',
		type: 'options',
		options: AGGREGATIONS,
		default: 'average',
		description: 'How data points are aggregated',
	},
	optionsCollection([
		{
			displayName: 'Chart',
			name: 'chart',
			type: 'boolean',
			default: false,
			description: 'Whether to add a line chart as an SVG file in the binary property "chart"',
		},
		...singleSendingFields('query'),
	]),
];
