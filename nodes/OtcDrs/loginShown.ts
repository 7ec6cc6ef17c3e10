import type { INodeCredentialDescription } from 'n8n-workflow';
import type { Side } from './fields/endpoint/input';
import { RESOURCES } from './resources';

/** The side that a connection test does not connect to, by the values of "Database to Test". */
const OTHER_SIDE: Record<Side, string[]> = { source: ['ta'], target: ['so', 'ls'] };

/**
 * @param side source or target
 * @returns when the credential of that database is shown: for operations that name the database, unless its login comes from
 * elsewhere
 */
export function loginShown(side: Side): NonNullable<INodeCredentialDescription['displayOptions']> {
	const naming = RESOURCES.flatMap(({ option, operations }) =>
		operations
			.filter(({ properties }) => properties.some(({ name }) => name === `${side}Database`))
			.map((operation) => ({
				resource: String(option.value),
				operation: String(operation.option.value),
			})),
	);
	return {
		show: {
			resource: [...new Set(naming.map(({ resource }) => resource))],
			operation: [...new Set(naming.map(({ operation }) => operation))],
		},
		hide: {
			[`/${side}Database.authentication`]: ['none', 'defineBelow'],
			endPointType: OTHER_SIDE[side],
		},
	};
}
