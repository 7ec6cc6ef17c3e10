import type { INodeProperties } from 'n8n-workflow';
import type { Operation, Resource } from '../../nodes/OtcDrs/operations/operation';
import type { NodePanel } from '../../test/e2e/pages/nodePanel.mts';
import type { Studio } from './studio.mts';

/** The properties of a collection; fixed options have none. */
const entriesOf = ({ options = [] }: INodeProperties): INodeProperties[] =>
	options.filter((option): option is INodeProperties => 'type' in option);

/**
 * @returns what the list of a field is made of, equal for two fields with the same list; undefined for a field without one, as a
 * collection with a single entry is
 */
function contentOf({ type, options = [], modes }: INodeProperties): string | undefined {
	if (type === 'resourceLocator') return modes?.[0].typeOptions?.searchListMethod;
	if (type === 'collection' && options.length < 2) return undefined;
	return ['options', 'multiOptions', 'collection'].includes(type)
		? JSON.stringify(options.map(({ name }) => name))
		: undefined;
}

async function openListOf(
	panel: NodePanel,
	{ type }: INodeProperties,
	path: string,
): Promise<void> {
	if (type === 'resourceLocator') await panel.openList(path);
	else if (type === 'collection') await panel.openCollection(path);
	else await panel.openOptions(path);
}

/**
 * Takes every list in a panel that was not taken before: those of its fields, and of the fields that can be added.
 *
 * @param seen the contents of the lists that were taken
 */
export async function takeLists(
	{ attempt, take }: Studio,
	panel: NodePanel,
	resource: Resource,
	operation: Operation,
	seen: Set<string>,
): Promise<void> {
	const where = `${resource.option.name} ${operation.option.name}`;
	/** A list that could not be taken is closed, for the next one. */
	const attemptList = async (name: string, work: () => Promise<void>) => {
		if (!(await attempt(name, work))) await panel.closeList();
	};
	const takeList = async (field: INodeProperties, path: string) => {
		const content = contentOf(field);
		if (content === undefined || seen.has(content)) return;
		const name = `list ${where} ${path}`;
		await attemptList(name, async () => {
			await openListOf(panel, field, path);
			seen.add(content);
			await take(name);
			await panel.closeList();
		});
	};
	const operationList: INodeProperties = {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		default: '',
		options: resource.operations.map(({ option }) => option),
	};
	for (const field of [operationList, ...operation.properties]) {
		if (!(await panel.shows(field.name))) continue;
		await takeList(field, field.name);
		if (field.type !== 'collection') continue;
		for (const entry of entriesOf(field)) {
			const content = contentOf(entry);
			if (content === undefined || seen.has(content) || entry.displayOptions) continue;
			const path = `${field.name}.${entry.name}`;
			await attemptList(`list ${where} ${path}`, async () => {
				if (!(await panel.shows(path))) await panel.addOption(field.name, entry.displayName);
				await takeList(entry, path);
			});
		}
	}
}
