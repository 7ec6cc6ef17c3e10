import type { INodeProperties } from 'n8n-workflow';
import { locator, UUID_PATTERN } from '../../shared/n8n/fields';

/** The filters of lists of what is in a VPC. */
export const inVpc = (noun: string): INodeProperties[] => [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. shop',
		description: `Only return ${noun} whose name contains this text`,
	},
	locator({
		displayName: 'VPC',
		name: 'vpc',
		searchListMethod: 'searchVpcs',
		exampleId: '65f0391c-0582-44a6-aa50-248f97ed82e1',
		idPattern: UUID_PATTERN,
		description: `Only return ${noun} in this VPC`,
	}),
];
