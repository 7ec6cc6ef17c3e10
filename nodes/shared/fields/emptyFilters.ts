import type { INodeProperties } from 'n8n-workflow';
import { fieldProblem, type FieldProblem } from '../failures/fieldProblems';
import type { Fields } from '../n8n/parameters/fields';

/**
 * @param filters the fields of the collection "Filters"
 * @param properties the filters that can be added to it
 * @returns those that were added and say nothing, because without them more tasks would be listed than are meant
 */
export const emptyFilters = (
	filters: Fields,
	properties: readonly INodeProperties[],
): FieldProblem[] =>
	properties
		.filter(
			({ name, type }) =>
				filters.isAdded(name) &&
				(!filters.isSet(name) || (type === 'multiOptions' && filters.list(name)?.length === 0)),
		)
		.map(({ displayName }) =>
			fieldProblem(
				`Filters → ${displayName}`,
				'is empty',
				'Enter or choose what to look for, or remove the filter.',
			),
		);
