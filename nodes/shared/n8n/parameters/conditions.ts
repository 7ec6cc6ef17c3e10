import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
	type INodeTypeDescription,
} from 'n8n-workflow';

/** What conditions may ask of the node itself: its version, and whether it runs as the tool of an agent. */
export type NodeIdentity = Pick<INode, 'type' | 'typeVersion'>;

/** A field on which a condition depends. */
export interface Dependency {
	/** The field's name, without what it may hold inside. */
	name: string;
	/** Whether it is a field of the node, and not one beside the field with the condition. */
	isOfNode: boolean;
}

/** @returns the fields on which it depends whether a field is shown. */
export function dependenciesOf({ displayOptions }: INodeProperties): Dependency[] {
	const { show = {}, hide = {} } = displayOptions ?? {};
	return [...Object.keys(show), ...Object.keys(hide)]
		.filter((key) => !key.startsWith('@'))
		.map((key) => ({
			name: key.replace('/', '').split('.')[0],
			isOfNode: key.startsWith('/'),
		}));
}

const isGroup = (option: object): option is INodePropertyCollection => 'values' in option;

/** @returns the fields inside a collection or fixed collection; none for other fields. */
export function innerFields({ type, options = [] }: INodeProperties): INodeProperties[] {
	if (type !== 'collection' && type !== 'fixedCollection') return [];
	return options.flatMap((option) =>
		isGroup(option) ? option.values : 'type' in option ? [option] : [],
	);
}

/** @returns the groups of a fixed collection. */
export const groupsOf = ({ options = [] }: INodeProperties): INodePropertyCollection[] =>
	options.filter(isGroup);

/** @returns the names of the node's fields on which it depends what a field means, whatever its depth. */
export const nodeDependencies = (property: INodeProperties, isInside = false): string[] => [
	...dependenciesOf(property)
		.filter(({ isOfNode }) => isOfNode || !isInside)
		.map(({ name }) => name),
	...innerFields(property).flatMap((inner) => nodeDependencies(inner, true)),
];

/**
 * @param property a field
 * @param own the values of the fields beside it, as far as its conditions name them
 * @param ofNode the values of the node's fields, likewise
 * @param node the node itself
 * @returns whether the field is shown, by n8n's own rules
 */
export const isShown = (
	property: INodeProperties,
	own: Record<string, unknown>,
	ofNode: Record<string, unknown>,
	node: NodeIdentity | undefined,
): boolean =>
	NodeHelpers.displayParameter(
		own as INodeParameters,
		property,
		node ?? null,
		node === undefined ? null : ({ name: node.type } as INodeTypeDescription),
		ofNode as INodeParameters,
	);
