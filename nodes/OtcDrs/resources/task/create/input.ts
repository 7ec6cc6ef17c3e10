import type { IDataObject } from 'n8n-workflow';
import type { EndpointInput } from '../../../fields/endpoint/input';
import type { TagInput } from '../../../fields/tags';

/** A task as the user described it; what is undefined is not sent. */
export interface TaskInput {
	name: string;
	engineType: string;
	jobDirection: string;
	netType: string;
	taskType: string;
	nodeType: string;
	subnetId?: string;
	/** Whether to use the subnet of the DB instance, because none was selected. */
	usesInstanceSubnet?: boolean;
	bindEip?: boolean;
	isTargetReadonly?: boolean;
	multiWrite?: boolean;
	nodeNum?: number;
	description?: string;
	enterpriseProjectId?: string;
	expiredDays?: number;
	masterAz?: string;
	slaveAz?: string;
	tags?: TagInput[];
	source: EndpointInput;
	target: EndpointInput;
	/** The escape hatch: merged into the request as it is. */
	additionalRequestFields?: IDataObject;
}
