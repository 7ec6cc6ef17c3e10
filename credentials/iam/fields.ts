import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import {
	ADVANCED,
	ADVANCED_FIELDS,
	ADVANCED_OFF,
	BY_PASSWORD,
	OFF,
	showWith,
} from './advancedFields';

const whenCustom: IDisplayOptions = { show: { region: ['custom'] } };

const REGION: INodeProperties[] = [
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
	},
	{
		displayName: 'User Name',
		name: 'userName',
		type: 'string',
		default: '',
		placeholder: 'e.g. n8n-drs',
		description: 'Name of the IAM user, not its email address',
	},
	{
		displayName: 'Password',
		name: 'password',
		type: 'string',
		typeOptions: { password: true },
		default: '',
	},
];

const SESSION: INodeProperties = {
	displayName: 'Session',
	name: 'session',
	type: 'hidden',
	typeOptions: { expirable: true, password: true },
	default: '',
};

/** The fields of the credential `otcApi`, in the order in which a person fills them in. */
export const OTC_API_FIELDS: INodeProperties[] = [
	...REGION,
	...showWith(OFF, PASSWORD),
	...showWith(BY_PASSWORD, PASSWORD),
	ADVANCED,
	...ADVANCED_FIELDS,
	...ADVANCED_OFF,
	SESSION,
];
