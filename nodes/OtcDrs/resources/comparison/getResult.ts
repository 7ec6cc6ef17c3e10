import { success } from '../../../shared/failures/failure';
import { withoutUndefined } from '../../../shared/values/withoutUndefined';
import { singleOperation } from '../../operations/singleOperation';

const comparisonId = (displayName: string, name: string) => ({
	displayName,
	name,
	type: 'string' as const,
	default: '',
	description: 'The compare_task_id returned by Comparison → Create',
});

/** Comparison → Get Result (query-compare-result), page by page. */
export const getResult = singleOperation(
	{
		resource: 'comparison',
		option: {
			name: 'Get Result',
			value: 'getResult',
			action: 'Get a comparison result',
			description: 'Get the results of a comparison so far, or list the comparisons of a task',
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
				description: 'Page of the details',
			},
			{
				displayName: 'Results per Page',
				name: 'perPage',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 100,
				description: 'Number of details per page',
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
