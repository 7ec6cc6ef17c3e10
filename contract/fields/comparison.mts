import { lands, type Landing, type OperationLandings } from './landing.mts';
import { task, TASK } from './operations.mts';

const tableEntry = { database: 'shop', table: 'orders' };
const createComparison: OperationLandings = {
	resource: 'comparison',
	operation: 'create',
	operationId: 'createComparison',
	entry: '',
	base: { ...TASK, compareData: 'lines', tables: { table: [tableEntry] } },
	landings: [
		task('job_id'),
		{ field: 'compareObjects', value: true, sent: { object_level_compare_type: 'objects' } },
		lands('compareData', 'contents', 'data_level_compare_info.compare_type'),
		lands(
			'tables.table[].database',
			'bar',
			'data_level_compare_info.compare_object_infos[].db_name',
		),
		{
			field: 'tables.table[].table',
			value: 'customers',
			sent: { 'data_level_compare_info.compare_object_infos[].table_name[]': 'customers' },
		},
		...(['rangeStart', 'rangeEnd'] as const).map((field, index): Landing => {
			const list = 'data_level_compare_info.compare_object_infos_with_token[]';
			const token = `${list}.table_name_with_token[].${index === 0 ? 'min_token' : 'max_token'}`;
			return {
				field: `tables.table[].${field}`,
				value: `${index}00`,
				sent: {
					[token]: `${index}00`,
					[`${list}.db_name`]: 'shop',
					[`${list}.table_name_with_token[].table_name`]: 'orders',
				},
			};
		}),
		lands('conflictPolicy', 'cancel', 'data_level_compare_info.conflict_policy'),
		{
			field: 'quick',
			value: true,
			sent: { 'data_level_compare_info.compare_mode': 'quick_comparison' },
		},
		{
			field: 'startTime',
			value: '2026-12-01T22:00:00Z',
			sent: { 'data_level_compare_info.start_time': '1796162400000' },
		},
	],
};

/** Where the fields of the resource "Comparison" land. */
export const COMPARISON_LANDINGS: OperationLandings[] = [
	createComparison,
	{
		resource: 'comparison',
		operation: 'getResult',
		operationId: 'getComparison',
		entry: '',
		base: TASK,
		landings: [
			task('job_id'),
			lands('objectCompareId', 'comparison-1', 'object_level_compare_id'),
			lands('lineCompareId', 'comparison-2', 'line_compare_id'),
			lands('contentCompareId', 'comparison-3', 'content_compare_id'),
			lands('page', 2, 'current_page'),
			lands('perPage', 7, 'per_page'),
		],
	},
];
