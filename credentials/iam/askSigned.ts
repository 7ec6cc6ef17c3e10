import { callIam, type Helpers, type IamAnswer } from './iamClient';
import type { Settings } from './settings';
import { sdkDate, sign } from './signature';

/**
 * Asks IAM with the signature of the access key.
 *
 * @param helpers n8n's HTTP client
 * @param settings the fields of the credential
 * @param url what is asked for
 * @param timeout of the call in ms, where it is not the usual one
 */
export async function askSigned(
	helpers: Helpers,
	settings: Settings,
	url: string,
	timeout?: number,
): Promise<IamAnswer> {
	const request = { method: 'GET' as const, url, body: '' };
	const headers = sign({ ...request, headers: {} }, settings, sdkDate(Date.now()));
	const limit = timeout === undefined ? {} : { timeout };
	return await callIam(helpers, settings, { method: 'GET', url, headers, json: true, ...limit });
}
