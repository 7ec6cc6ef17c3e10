import { ERROR_CATALOGUE } from '../../nodes/shared/failures/catalogue.ts';
import { LOCAL_RESOURCES, RESOURCES } from '../../nodes/OtcDrs/resources/index.ts';
import type { Operation, Resource } from '../../nodes/OtcDrs/operations/operation.ts';
import { LANDINGS } from '../../contract/fields/index.mts';
import { runExamples, type Example } from './examples.mts';
import { fieldTable } from './fieldTable.mts';

const BANNER = '<!-- Made by `npm run docs`. Do not edit. -->';

/** What a resource is for, and how its operations belong together. */
const INTRODUCTIONS: Record<string, string> = {
	task: 'A task is one migration, synchronization or disaster recovery. Create it, look at it, start, pause, resume, stop and delete it. [The life of a task](../life-of-a-task.md) shows the order of the steps.',
	connection:
		'A task reaches its databases through a replication instance. Test both sides once the task is in `CONFIGURATION`, and tell it when a password changes.',
	configuration:
		'What a task moves, and how: objects, conflicts, filters, speed, definers, database parameters. Most settings are made in `CONFIGURATION`, before the pre-check.',
	dbInstance:
		'The managed databases of the project: RDS, DDS and GaussDB(for MySQL). Use the list to fill the drop-down of a form, or to find the ID of an instance by its name.',
	subnet:
		'The subnets of the project, with the names of their VPCs. A replication instance needs a subnet from which it reaches both databases.',
	precheck:
		'The service checks source, target and settings before a task may start. Run the check, wait, and read what failed.',
	comparison:
		'Compare source and target while a task replicates: which objects exist, how many rows, or every value.',
	switchover:
		'A disaster recovery task can have a virtual IP address that clients use. Point it to the source or the target.',
};

/** What the operations of a resource give, where it is no task. */
const LISTED: Record<string, string> = { dbInstance: 'DB instance', subnet: 'subnet' };

const json = (value: unknown): string => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;

function exampleSection(example: Example | undefined): string[] {
	if (!example) return [];
	return [
		'In:',
		'',
		json(example.parameters),
		'',
		'Out:',
		'',
		json(example.output),
		'',
	];
}

function operationSection(
	{ option: resource }: Resource,
	{ option, taskStatuses }: Operation,
	examples: ReadonlyMap<string, Example>,
): string[] {
	const name = `${String(resource.value)}.${String(option.value)}`;
	const landings = LANDINGS.find(
		({ resource: ofResource, operation }) => `${ofResource}.${operation}` === name,
	);
	if (!landings) {
		throw new Error(`contract/fields has no table of the fields of ${name}: add one, the documentation is made from it`);
	}
	return [
		`## ${option.name}`,
		'',
		`${option.description ?? ''}.`,
		'',
		...(taskStatuses
			? [`Possible in: ${taskStatuses.map((status) => `\`${status}\``).join(', ')}.`, '']
			: []),
		...exampleSection(examples.get(name)),
		fieldTable(landings),
		'',
	];
}

function resourcePage(resource: Resource, examples: ReadonlyMap<string, Example>): string {
	const { option, operations } = resource;
	return [
		BANNER,
		'',
		`# ${option.name}`,
		'',
		INTRODUCTIONS[String(option.value)],
		'',
		`The examples were run against the simulator. In: the parameters of the node as the workflow stores them. Out: one item for each ${LISTED[String(option.value)] ?? 'task'}.`,
		'',
		...operations.flatMap((operation) => operationSection(resource, operation, examples)),
	].join('\n');
}

function errorsPage(): string {
	const rows = [...ERROR_CATALOGUE].map(
		([code, { meaning, remedy }]) => `| \`${code}\` | ${meaning} | ${remedy} |`,
	);
	return [
		BANNER,
		'',
		'# Error codes of DRS',
		'',
		'What the node says about each of the codes of the reference. How failures look on an item is told in [Failures](../failures.md).',
		'',
		'| code | what happened | what to do |',
		'|---|---|---|',
		...rows,
		'',
	].join('\n');
}

/** @returns the generated pages by their path in the repository; Markdown that is still to be formatted. */
export async function buildPages(): Promise<Map<string, string>> {
	const examples = await runExamples();
	const withoutPage = ['migration', ...LOCAL_RESOURCES];
	const pages = RESOURCES.filter(({ option }) => !withoutPage.includes(String(option.value))).map(
		(resource): [string, string] => [
			`docs/reference/${String(resource.option.value)}.md`,
			resourcePage(resource, examples),
		],
	);
	return new Map([...pages, ['docs/reference/error-codes.md', errorsPage()]]);
}
