import type { INodeProperties } from 'n8n-workflow';
import { byDisplayName } from '../../../shared/n8n/fields';
import { DATABASE_NAME, ENDPOINT_FIELDS } from './table';

/** The two sides of a task. */
export type Side = 'source' | 'target';

/** Which fields of an endpoint an operation takes; all by default. */
export interface EndpointScope {
	only?: readonly string[];
	/** For an existing task: its engine is not known here, therefore no field depends on it, and it takes a database name. */
	existingTask?: boolean;
	/** Further fields of the collection. */
	more?: readonly INodeProperties[];
}

/**
 * @param side source or target
 * @param scope which fields the operation takes
 * @returns the fields of one side of a task: how to sign in, and the collection of everything else
 */
export function endpointFields(side: Side, scope: EndpointScope = {}): INodeProperties[] {
	const { only, existingTask, more = [] } = scope;
	const offered = existingTask
		? [...ENDPOINT_FIELDS, DATABASE_NAME].map((field) => ({ ...field, displayOptions: undefined }))
		: ENDPOINT_FIELDS;
	const fields = [
		...offered.filter(({ name }) => only === undefined || only.includes(name)),
		...more,
	];
	const label = side === 'source' ? 'Source' : 'Target';
	const definedBelow = { show: { [`${side}Authentication`]: ['defineBelow'] } };
	return [
		{
			displayName: `${label} Database Login`,
			name: `${side}Authentication`,
			type: 'options',
			options: [
				{
					name: 'Not Now',
					value: 'none',
					description: 'Create the task without a login and add it later with Task → Update',
				},
				{
					name: 'From Credential',
					value: 'credential',
					description: `Use the user, password and certificate from the credential "OTC DRS ${label} Database API"`,
				},
				{
					name: 'Define Below',
					value: 'defineBelow',
					description: 'Enter the user and password in the fields below',
				},
			],
			default: 'none',
			description: `How to provide the login of the ${side} database`,
		},
		{
			displayName: `${label} User`,
			name: `${side}User`,
			type: 'string',
			default: '',
			placeholder: 'e.g. drs_user',
			description: `User of the ${side} database`,
			displayOptions: definedBelow,
		},
		{
			displayName: `${label} Password`,
			name: `${side}Password`,
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: `Password of the ${side} database. A fixed value is stored in the workflow. Use a credential or an expression to avoid that.`,
			displayOptions: definedBelow,
		},
		{
			displayName: `${label} Database`,
			name: `${side}Database`,
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: fields.sort(byDisplayName),
		},
	];
}
