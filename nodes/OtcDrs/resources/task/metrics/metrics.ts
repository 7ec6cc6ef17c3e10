import type { INodePropertyOptions } from 'n8n-workflow';

/** The metrics of the Cloud Eye namespace SYS.DRS (DRS user guide, drs_05_0012), by their names in Cloud Eye. */
export const METRICS: INodePropertyOptions[] = [
	{ name: 'Average Transaction Commit Time (Milliseconds)', value: 'apply_average_commit_time' },
	{
		name: 'Average Transaction Execution Time (Milliseconds)',
		value: 'apply_average_execute_time',
	},
	{ name: 'CPU Usage (%)', value: 'cpu_util' },
	{ name: 'DDL Statements per Second', value: 'apply_ddls_rate' },
	{ name: 'Destination Write Throughput (Bytes per Second)', value: 'apply_bytes_rate' },
	{ name: 'Disk Read Throughput (Bytes per Second)', value: 'disk_read_bytes_rate' },
	{ name: 'Disk Usage (%)', value: 'disk_util' },
	{ name: 'Disk Write Throughput (Bytes per Second)', value: 'disk_write_bytes_rate' },
	{ name: 'Memory Usage (%)', value: 'mem_util' },
	{ name: 'Network Input (Bytes per Second)', value: 'network_incoming_bytes_rate' },
	{ name: 'Network Output (Bytes per Second)', value: 'network_outgoing_bytes_rate' },
	{ name: 'Replication Delay (Milliseconds)', value: 'apply_latency' },
	{ name: 'Rows Read per Second', value: 'extract_rows_rate' },
	{ name: 'Rows Written per Second', value: 'apply_rows_rate' },
	{ name: 'Source Extract Lag (Milliseconds)', value: 'extract_latency' },
	{ name: 'Source Read Throughput (Bytes per Second)', value: 'extract_bytes_rate' },
	{
		name: 'Synchronization Status',
		value: 'apply_current_state',
		description: '1: idle, 2: DML, 3: DDL, 10: abnormal',
	},
	{ name: 'Synchronization Threads', value: 'apply_thread_workers' },
	{ name: 'Transactions per Second', value: 'apply_transactions_rate' },
];

/** How Cloud Eye joins the values of a period. */
export const AGGREGATIONS: INodePropertyOptions[] = [
	{ name: 'Average', value: 'average' },
	{ name: 'Maximum', value: 'max' },
	{ name: 'Minimum', value: 'min' },
	{ name: 'Sum', value: 'sum' },
	{ name: 'Variance', value: 'variance' },
];

/** The periods of Cloud Eye, in seconds. */
export const PERIODS: INodePropertyOptions[] = [
	{ name: '1 Minute (Raw Values)', value: 1 },
	{ name: '5 Minutes', value: 300 },
	{ name: '20 Minutes', value: 1_200 },
	{ name: '1 Hour', value: 3_600 },
	{ name: '4 Hours', value: 14_400 },
	{ name: '1 Day', value: 86_400 },
];

/** @returns the name of a metric as people know it. */
export const metricName = (metric: string): string =>
	METRICS.find(({ value }) => value === metric)?.name ?? metric;
