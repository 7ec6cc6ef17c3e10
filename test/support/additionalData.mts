import { ICredentialsHelper, type IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { ExecutionLifecycleHooks } from 'n8n-core';
import type { SubExecutions } from './executions.mts';

const BASE_URL = 'http://127.0.0.1:5678';

/** @returns what n8n hands to an execution besides its data */
export function additionalData(
	credentialsHelper: ICredentialsHelper,
	hooks: ExecutionLifecycleHooks,
	executionId = '1',
	subExecutions?: SubExecutions,
) {
	return {
		credentialsHelper,
		hooks,
		executionId,
		...subExecutions,
		currentNodeExecutionIndex: 0,
		restApiUrl: `${BASE_URL}/rest`,
		instanceBaseUrl: `${BASE_URL}/`,
		formWaitingBaseUrl: `${BASE_URL}/form-waiting`,
		webhookBaseUrl: `${BASE_URL}/webhook`,
		webhookWaitingBaseUrl: `${BASE_URL}/webhook-waiting`,
		webhookTestBaseUrl: `${BASE_URL}/webhook-test`,
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
}
