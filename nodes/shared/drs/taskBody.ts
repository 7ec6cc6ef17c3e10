import type { IDataObject } from 'n8n-workflow';
import type { operations } from './contract.generated';

/** One task in the request body of the batch creation (drs_03_0104). */
export type TaskBody =
	operations['createTasks']['requestBody']['content']['application/json']['jobs'][number];

/**
 * Turns the body of a task into the flat form of the guide page "Task Creation Example" (drs_03_0128), which spells the
 * endpoints `source_Endpoint` and `target_Endpoint`.
 */
export function toSingleTaskBody(body: TaskBody): IDataObject {
	const { source_endpoint: source, target_endpoint: target, ...rest } = body;
	return { ...rest, source_Endpoint: source, target_Endpoint: target };
}
