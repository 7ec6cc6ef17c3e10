import type { INodeProperties } from 'n8n-workflow';
import type { Side } from './input';
import { LOGIN_PRESET, loginFields } from './login';
import { allFields, DATABASE_NAME } from './table';

/** Which fields of an endpoint an operation takes; all by default. */
export interface EndpointScope {
	only?: readonly string[];
	/** For an existing task: its engine is not known here, therefore no field depends on it, and it takes a database name. */
	existingTask?: boolean;
	/** Further fields of the collection. */
	more?: readonly INodeProperties[];
	/** Whether the operation connects to the database; optional by default. */
	login?: keyof typeof LOGIN_PRESET;
}

/**
 * @param side source or target
 * @param scope which fields the operation takes
 * @returns the collection with all of one side of a task: how to sign in, and how to reach it
 */
export function endpointFields(side: Side, scope: EndpointScope = {}): INodeProperties {
	const { only, existingTask, more = [], login = 'optional' } = scope;
	const offered = existingTask
		? [...allFields(side), DATABASE_NAME].map((field) => ({ ...field, displayOptions: undefined }))
		: allFields(side);
	const label = side === 'source' ? 'Source' : 'Target';
	const collection: INodeProperties = {
		displayName: `${label} Database`,
		name: `${side}Database`,
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			...loginFields(side, login),
			...offered.filter(({ name }) => only === undefined || only.includes(name)),
			...more,
		],
	};
	return { ...collection, default: LOGIN_PRESET[login] };
}
