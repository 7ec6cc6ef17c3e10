import { success } from '../../../shared/failures/failure';
import { withoutUndefined } from '../../../shared/values/withoutUndefined';
import { numberField } from '../../../shared/n8n/numberField';
import { singleOperation } from '../../operations/singleOperation';
import { readText } from '../../../shared/values/read';

const comparisonId = (displayName: string, name: string) => ({
	displayName,
	name,
	type: 'string' as const,
	default: '',
	description: 'The compare_task_id returned by Comparison → Create',
});

const PAGES = { least: 1, most: Number.MAX_SAFE_INTEGER, whole: true };

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
		readBody(reader, item, id) {
			const page = numberField('Page', reader.get('page', item, 1), { ...PAGES, fallback: 1 });
			if (!page.ok) return page;
			const perPage = numberField('Results per Page', reader.get('perPage', item, 100), {
				...PAGES,
				fallback: 100,
			});
			if (!perPage.ok) return perPage;
			return success(
				withoutUndefined({
					job_id: id,
					object_level_compare_id: readText(reader.get('objectCompareId', item, '')),
					line_compare_id: readText(reader.get('lineCompareId', item, '')),
					content_compare_id: readText(reader.get('contentCompareId', item, '')),
					current_page: page.value,
					per_page: perPage.value,
				}),
			);
		},
	},
);
