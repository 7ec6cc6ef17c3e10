import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

const withPassword: IDisplayOptions = { show: { authentication: ['password'] } };
const withAccessKey: IDisplayOptions = { show: { authentication: ['accessKey'] } };
const whenCustom: IDisplayOptions = { show: { region: ['custom'] } };

const REGION: INodeProperties[] = [
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
	{
		displayName: 'Region',
		name: 'region',
		type: 'options',
		options: [
			{ name: 'Germany (eu-de)', value: 'eu-de' },
			{ name: 'Netherlands (eu-nl)', value: 'eu-nl' },
			{ name: 'Switzerland (eu-ch2)', value: 'eu-ch2' },
			{ name: 'Custom', value: 'custom' },
		],
		default: 'eu-de',
		hint: 'DRS is offered in eu-de and eu-nl. The Swiss region has no DRS, but other services.',
	},
	{
		displayName: 'Region Name',
		name: 'customRegion',
		type: 'string',
		default: '',
		placeholder: 'e.g. eu-de',
		description: 'Name of the region, replaces {region} in the endpoints',
		displayOptions: whenCustom,
	},
	{
		displayName: 'IAM Endpoint',
		name: 'iamEndpoint',
		type: 'string',
		default: '',
		placeholder: 'e.g. http://127.0.0.1:8085',
		description: 'URL of IAM. Leave empty to use the service endpoint with iam as the service.',
		displayOptions: whenCustom,
	},
	{
		displayName: 'Service Endpoint',
		name: 'serviceEndpoint',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://{service}.{region}.myhuaweicloud.com',
		description: 'URL of the services. {service} and {region} are replaced.',
		displayOptions: whenCustom,
	},
];

const PASSWORD: INodeProperties[] = [
	{
		displayName: 'Account (Domain) Name',
		name: 'domainName',
		type: 'string',
		default: '',
		placeholder: 'e.g. OTC-EU-DE-00000000001000000001',
		description: 'Console → My Credentials',
		displayOptions: withPassword,
	},
	{
		displayName: 'User Name',
		name: 'userName',
		type: 'string',
		default: '',
		placeholder: 'e.g. n8n-drs',
		description: 'Name of the IAM user, not its email address',
		displayOptions: withPassword,
	},
	{
		displayName: 'Password',
		name: 'password',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		displayOptions: withPassword,
	},
];

const ACCESS_KEY: INodeProperties[] = [
	{
		displayName: 'Access Key ID',
		name: 'accessKeyId',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		displayOptions: withAccessKey,
	},
	{
		displayName: 'Secret Access Key',
		name: 'secretAccessKey',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		displayOptions: withAccessKey,
	},
	{
		displayName: 'Security Token',
		name: 'securityToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: 'Only for a temporary access key',
		displayOptions: withAccessKey,
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

const SPECIAL: INodeProperties[] = [
	{
		displayName: 'User ID',
		name: 'userId',
		type: 'string',
		default: '',
		description: 'Alternative to user and account name. Required with a TOTP secret.',
		displayOptions: withPassword,
	},
	{
		displayName: 'TOTP Secret',
		name: 'totpSecret',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'Only for users with login protection (MFA): the Base32 secret of the virtual device. The passcode is computed from it.',
		displayOptions: withPassword,
	},
	{
		displayName: 'Agency Name',
		name: 'agencyName',
		type: 'string',
		default: '',
		description: 'Only for cross-account access: name of the agency',
		displayOptions: withPassword,
	},
	{
		displayName: 'Agency Account (Domain) Name',
		name: 'agencyDomainName',
		type: 'string',
		default: '',
		placeholder: 'e.g. OTC-EU-DE-00000000001000000002',
		description: 'Account that delegates to yours',
		displayOptions: withPassword,
	},
	{
		displayName: 'Session',
		name: 'session',
		type: 'hidden',
		typeOptions: { expirable: true, password: true },
		default: '',
	},
];

/** The fields of the credential `otcApi`, in the order in which a person fills them in. */
export const OTC_API_FIELDS: INodeProperties[] = [
	...REGION,
	...PASSWORD,
	...ACCESS_KEY,
	...PROJECT,
	...SPECIAL,
];
