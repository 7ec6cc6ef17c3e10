import { NodeHelpers, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { description, fullParameters, NODE } from '../support/editorForm.mts';

const CHOICES = ['credentials', 'resource', 'operation'];

/** @returns what n8n shows of a form in which nothing was changed, by displayed name, from top to bottom */
function visibleBlocks(parameters: INodeParameters): string[] {
	const values = fullParameters(parameters);
	const isBlock = (property: INodeProperties): boolean =>
		property.type !== 'hidden' &&
		!CHOICES.includes(property.name) &&
		NodeHelpers.displayParameter(values, property, NODE, description, values);
	return description.properties.filter(isBlock).map(({ displayName }) => displayName);
}

const CREATING: ReadonlyArray<readonly [string, string]> = [
	['task', 'createMigration'],
	['task', 'createSync'],
	['task', 'createDisasterRecovery'],
	['migration', 'run'],
];

describe('a panel on which nothing was changed', () => {
	it.each(CREATING)('of %s → %s shows at most eight blocks', (resource, operation) => {
		expect(visibleBlocks({ resource, operation }).length).toBeLessThanOrEqual(8);
	});

	it('begins with what is required, and ends with what most tasks do not need', () => {
		expect(visibleBlocks({ resource: 'task', operation: 'createMigration' })).toEqual([
			'Task Name',
			'Engine',
			'Target DB Instance',
			'Replication Subnet',
			'Source Database',
			'Target Database',
			'Additional Fields',
			'Options',
		]);
		expect(visibleBlocks({ resource: 'migration', operation: 'run' })).toEqual([
			'Task Name',
			'Engine',
			'Target DB Instance',
			'Replication Subnet',
			'Source Database',
			'Target Database',
			'Configure',
			'Options',
		]);
	});

	it('is the same for Migration → Plan and Run, but for the form of the plan', () => {
		const [output, ...plan] = visibleBlocks({ resource: 'migration', operation: 'plan' });
		expect(output).toBe('Output');
		expect(plan).toEqual(visibleBlocks({ resource: 'migration', operation: 'run' }));
	});

	it('asks Run for both logins, and a creation for none', () => {
		const credentials = (parameters: INodeParameters) =>
			(description.credentials ?? [])
				.filter((credential) =>
					NodeHelpers.displayParameter(parameters, credential, null, description, parameters),
				)
				.map(({ name }) => name);
		const databases = { sourceDatabase: {}, targetDatabase: {} };
		const none = { authentication: 'none' };
		expect(credentials({ resource: 'migration', operation: 'run', ...databases })).toEqual([
			'otcApi',
			'otcDrsSourceDatabaseApi',
			'otcDrsTargetDatabaseApi',
		]);
		expect(
			credentials({
				resource: 'task',
				operation: 'createMigration',
				sourceDatabase: none,
				targetDatabase: none,
			}),
		).toEqual(['otcApi']);
	});
});
