import type { IDataObject } from 'n8n-workflow';
import type { EndpointInput } from '../../../fields/endpoint/input';
import type { TagInput } from '../../../fields/tags';

/** An endpoint of a task that exists: unlike the creation, the modification takes the name of a database. */
export interface UpdatedEndpoint extends EndpointInput {
	dbName?: string;
}

/** What a user changes of a task; what is undefined stays as it is. */
export interface UpdateInput {
	name?: string;
	description?: string;
	taskType?: string;
	nodeType?: string;
	engineType?: string;
	netType?: string;
	jobDirection?: string;
	dbUseType?: string;
	isTargetReadonly?: boolean;
	isRecreate?: boolean;
	replaceDefiner?: boolean;
	tags?: TagInput[];
	/** `alarm_notify` as the request holds it. */
	alarm?: IDataObject;
	/** Set to save the logins of the databases in the task. */
	storeDbInfo?: true;
	source: UpdatedEndpoint;
	target: UpdatedEndpoint;
}
