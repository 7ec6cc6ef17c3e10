import { NodeHelpers, type INodeParameters } from 'n8n-workflow';
import { dependenciesOf } from '../../nodes/shared/n8n/parameters/conditions.ts';
import { description, fullParameters, NODE } from '../support/editorForm.mts';
import { baseOf, OPERATIONS } from './places.mts';

/** @returns what n8n holds against the parameters before it runs the node. */
function issuesOf(parameters: INodeParameters): string[] {
	const issues = NodeHelpers.getNodeParametersIssues(
		description.properties,
		{ ...NODE, parameters: fullParameters(parameters) },
		description,
	);
	return Object.values(issues?.parameters ?? {})
		.flat()
		.filter((issue) => issue.includes('is required'));
}

/** Every field of an operation on which it depends whether another one is shown. */
const CASES = OPERATIONS.flatMap(({ resource, operation, places }) => {
	const choices = new Set(
		places.flatMap(({ top, property }) => [
			...dependenciesOf(top).map(({ name }) => name),
			...dependenciesOf(property)
				.filter(({ isOfNode }) => isOfNode)
				.map(({ name }) => name),
		]),
	);
	return [...choices]
		.filter((name) => name !== 'resource' && name !== 'operation')
		.filter((name) => places.some(({ path }) => path === name))
		.map((name) => [`${resource}.${operation}`, name, baseOf(resource, operation)] as const);
});

it.each(CASES)('%s: n8n asks for no other field when %s is an expression', (scope, name, base) => {
	const [resource, operation] = scope.split('.');
	expect(issuesOf({ ...base, resource, operation, [name]: '={{ $json.choice }}' })).toEqual([]);
});
