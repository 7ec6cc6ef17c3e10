import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** The resources and operations for which a group of fields is shown. */
export interface FieldScope {
	resource: string;
	operations: readonly string[];
}

/**
 * Adds conditions to fields, before those that they have already: n8n takes a field for shown at the first condition that
 * it meets with an expression, therefore resource and operation have to come first.
 *
 * @param show the values of other fields for which these are shown
 * @param properties the fields
 * @returns copies of the fields
 */
export function showWhen(
	show: NonNullable<IDisplayOptions['show']>,
	properties: readonly INodeProperties[],
): INodeProperties[] {
	return properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { ...show, ...property.displayOptions?.show },
		} satisfies IDisplayOptions,
	}));
}

/** @returns copies of the fields that are shown for a resource and its operations only. */
export function showFor(
	scope: FieldScope,
	properties: readonly INodeProperties[],
): INodeProperties[] {
	return showWhen({ resource: [scope.resource], operation: [...scope.operations] }, properties);
}

/** Sorts the options of a field as n8n lists them. */
export const byName = (a: INodePropertyOptions, b: INodePropertyOptions): number =>
	a.name < b.name ? -1 : 1;

/** What a resource locator lets the user pick. */
export interface LocatorOptions {
	displayName: string;
	name: string;
	description: string;
	/** Method of the node's `listSearch` that fills the list. */
	searchListMethod: string;
	/** Paths of other fields; when one of them changes, the editor clears what was picked. */
	dependsOn?: readonly string[];
	/** An ID as an example for the placeholder. */
	exampleId: string;
	/** What a valid ID looks like, for the check in the editor. */
	idPattern?: { regex: string; errorMessage: string };
	/** Placeholder of the list: what the node uses if nothing is selected. */
	ifEmpty?: string;
	required?: boolean;
	displayOptions?: IDisplayOptions;
	hint?: string;
}

/** UUIDs, as VPCs, subnets, security groups and enterprise projects have. */
export const UUID_PATTERN = {
	regex: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
	errorMessage: 'Not a valid ID. Expected a UUID such as 352ad828-3467-4f03-987a-c55a5a9dd417',
};

/** @returns a field with which the user picks one thing from a searchable list, or enters its ID. */
export function locator(options: LocatorOptions): INodeProperties {
	const { displayName, name, description, required, displayOptions, hint } = options;
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description,
		...(options.dependsOn ? { typeOptions: { loadOptionsDependsOn: [...options.dependsOn] } } : {}),
		...(required ? { required } : {}),
		...(displayOptions ? { displayOptions } : {}),
		...(hint ? { hint } : {}),
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: options.searchListMethod, searchable: true },
				...(options.ifEmpty ? { placeholder: options.ifEmpty } : {}),
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: `e.g. ${options.exampleId}`,
				...(options.idPattern
					? { validation: [{ type: 'regex', properties: options.idPattern }] }
					: {}),
			},
		],
	};
}
