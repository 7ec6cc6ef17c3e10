import type { IDataObject } from 'n8n-workflow';
import { serviceText } from '../failures/serviceError';

/**
 * @param details of a task (drs_api_0151)
 * @returns why the task failed, in the service's words as far as anybody reads on; undefined where it does not say
 */
export const reasonOf = ({
	failed_reason: reason,
	error_message: message,
	error_msg: words,
}: IDataObject): string | undefined => serviceText(reason, message, words);
