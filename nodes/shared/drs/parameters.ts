import type { IDataObject } from 'n8n-workflow';
import { recordsIn } from '../values/json';
import { readText } from '../values/read';
import type { SingleCall } from './singleCall';

/** @returns the database parameters of an answer, side by side for source and target. */
export const parametersIn = (answer: IDataObject): IDataObject[] =>
	recordsIn(answer.params_list).flatMap(({ params }) => recordsIn(params));

/** @returns the parameters of an answer that differ between source and target. */
export const differencesIn = (answer: IDataObject): IDataObject[] =>
	parametersIn(answer).filter((entry) => entry.compare_result === 'false');

/**
 * Compares the database parameters of source and target. The answer does not say which task a list belongs to, therefore
 * every task is asked for by itself.
 */
export const GET_PARAMETERS: SingleCall = {
	method: 'POST',
	idempotent: true,
	path: () => 'batch-get-params',
	findRefusal: (answer) =>
		parametersIn(answer).find((entry) => readText(entry.error_code) !== undefined),
};

/** Sets database parameters of the target. */
export const UPDATE_PARAMETERS: SingleCall = {
	method: 'POST',
	idempotent: true,
	howToCheck: 'Check the values of the target with Configuration → Get Parameters.',
	rule: { verb: 'update parameters', allowedIn: ['CONFIGURATION'] },
	path: (id) => `${id}/params`,
};
