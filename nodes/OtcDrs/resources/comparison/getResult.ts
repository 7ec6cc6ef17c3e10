import { success } from '../../../shared/failures/failure';
import { withoutUndefined } from '../../../shared/values/withoutUndefined';
import { singleOperation } from '../../operations/singleOperation';

const comparisonId = (displayName: string, name: string) => ({
	displayName,
	name,
	type: 'string' as const,
	default: '',
	description: 'The compare_task_id that the creation of the comparison returned',
});

/** Comparison → Get Result (query-compare-result), page by page. */
export const getResult = singleOperation(
	{
		resource: 'comparison',
		option: {
			name: 'Get Result',
			value: 'getResult',
			action: 'Get a comparison result',
			description:
				'Query what a comparison has found so far; without an ID it lists the comparisons of the task',
		},
		fields: [
			comparisonId('Object Comparison ID', 'objectCompareId'),
			comparisonId('Row Comparison ID', 'lineCompareId'),
			comparisonId('Content Comparison ID', 'contentCompareId'),
			{
				displayName: 'Page',
				name: 'page',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 1,
				description: 'Which page of the details to get',
			},
			{
				displayName: 'Results per Page',
				name: 'perPage',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 100,
				description: 'How many details a page holds',
			},
		],
	},
	{
		method: 'POST',
		idempotent: true,
		path: () => 'query-compare-result',
		readBody: (fields, id) =>
			success(
				withoutUndefined({
					job_id: id,
					object_level_compare_id: fields.text('objectCompareId'),
					line_compare_id: fields.text('lineCompareId'),
					content_compare_id: fields.text('contentCompareId'),
					current_page: fields.number('page'),
					per_page: fields.number('perPage'),
				}),
			),
	},
);
