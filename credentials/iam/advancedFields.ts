import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** The switch. */
export const ADVANCED: INodeProperties = {
	displayName: 'Advanced',
	name: 'advanced',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	description:
		'Whether to show the fields for an access key, another project, login protection (MFA) and an agency',
	hint: 'Access key (AK/SK), project, login protection (MFA), agency',
};

const AUTHENTICATION: INodeProperties[] = [
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		options: [
			{ name: 'Password', value: 'password' },
			{ name: 'Access Key (AK/SK)', value: 'accessKey' },
		],
		default: 'password',
		description:
			'The DRS API reference documents passwords. Access keys are documented for the API gateway of Open Telekom Cloud.',
	},
];

const ACCESS_KEY: INodeProperties[] = [
	{
		displayName: 'Access Key ID',
		name: 'accessKeyId',
		type: 'string',
		typeOptions: { password: true },
		default: '',
	},
	{
		displayName: 'Secret Access Key',
		name: 'secretAccessKey',
		type: 'string',
		typeOptions: { password: true },
		default: '',
	},
	{
		displayName: 'Security Token',
		name: 'securityToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: 'Only for a temporary access key',
	},
];

const PROJECT: INodeProperties[] = [
	{
		displayName: 'Project Name',
		name: 'projectName',
		type: 'string',
		default: '',
		placeholder: 'e.g. eu-de_shop',
		description: "Leave empty for the region's main project",
	},
	{
		displayName: 'Project ID',
		name: 'projectId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 054ba152d480d55b2f5dc0069e7ddef0',
		description: 'Overrides Project Name',
	},
];

const USER_AND_AGENCY: INodeProperties[] = [
	{
		displayName: 'User ID',
		name: 'userId',
		type: 'string',
		default: '',
		description: 'Alternative to user and account name. Required with a TOTP secret.',
	},
	{
		displayName: 'TOTP Secret',
		name: 'totpSecret',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'Only for users with login protection (MFA): the Base32 secret of the virtual device. The passcode is computed from it.',
	},
	{
		displayName: 'Agency Name',
		name: 'agencyName',
		type: 'string',
		default: '',
		description: 'Only for cross-account access: name of the agency',
	},
	{
		displayName: 'Agency Account (Domain) Name',
		name: 'agencyDomainName',
		type: 'string',
		default: '',
		placeholder: 'e.g. OTC-EU-DE-00000000001000000002',
		description: 'Account that delegates to yours',
	},
];

/** @returns copies of fields that are shown only where other fields have certain values */
export const showWith = (
	displayOptions: IDisplayOptions,
	fields: INodeProperties[],
): INodeProperties[] => fields.map((field) => ({ ...field, displayOptions }));

export const OFF: IDisplayOptions = { show: { advanced: [false] } };
const ON: IDisplayOptions = { show: { advanced: [true] } };
/** Also while *Authentication* has no value yet, as in a credential that was saved with *Advanced* off. */
export const BY_PASSWORD: IDisplayOptions = { ...ON, hide: { authentication: ['accessKey'] } };
const BY_ACCESS_KEY: IDisplayOptions = {
	show: { advanced: [true], authentication: ['accessKey'] },
};

/** The fields that *Advanced* reveals, in the order in which a person fills them in. */
export const ADVANCED_FIELDS: INodeProperties[] = [
	...showWith(ON, AUTHENTICATION),
	...showWith(BY_ACCESS_KEY, ACCESS_KEY),
	...showWith(ON, PROJECT),
	...showWith(BY_PASSWORD, USER_AND_AGENCY),
];

/**
 * What would change a login by password. *Authentication* and the access key do not: they count only with *Advanced* on.
 */
export const CHANGES_OF_THE_LOGIN = [...PROJECT, ...USER_AND_AGENCY];

/**
 * These fields while *Advanced* is off. n8n drops the values of fields that a form does not have, when it saves and when
 * it runs. Hidden fields keep theirs, so that `readSettings` can refuse them. *Authentication* must not be one of them:
 * n8n drops the stored value of a hidden field of that name in all runs (its `OAUTH_PINNED_FIELDS`).
 */
export const ADVANCED_OFF = showWith(
	OFF,
	CHANGES_OF_THE_LOGIN.map((field) => ({ ...field, type: 'hidden' })),
);
