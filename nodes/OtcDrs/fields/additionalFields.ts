import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../shared/failures/failure';
import { MAX_LEVELS, readJsonObject } from '../../shared/values/json';
import { mergeDeep } from '../../shared/values/mergeDeep';
import type { ParameterReader } from '../../shared/n8n/ParameterReader';
import { toFailure, type FieldProblem } from '../../shared/failures/fieldProblems';

/** For everything that no field offers: a JSON object that is merged into the request of a task. */
export const ADDITIONAL_REQUEST_FIELDS: INodeProperties = {
	displayName: 'Additional Request Fields (JSON)',
	name: 'additionalRequestFields',
	type: 'json',
	default: '{}',
	description:
		'JSON merged into the API request, for fields not available above. Use the names of the API, such as source_endpoint.',
};

/** What to tell of a value that is not a JSON object. */
export const NOT_AN_OBJECT: FieldProblem = {
	field: 'Additional Request Fields (JSON)',
	fault: 'is not a JSON object',
	remedy: `Enter an object such as { "master_az": "eu-de-01" } with at most ${MAX_LEVELS} levels, or leave it empty.`,
};

/**
 * Merges the additional request fields of an item, from the collection "Options", into what its other fields say.
 *
 * @param reader the parameters of the node
 * @param item the item's index
 * @param body the entry of the request so far
 * @returns the whole entry, or why it cannot be made
 */
export function withAdditionalFields(
	reader: ParameterReader,
	item: number,
	body: IDataObject,
): Outcome<IDataObject> {
	const options = reader.get<IDataObject>('options', item, {});
	const addition = readJsonObject(options.additionalRequestFields);
	if (addition === null) return failed(toFailure([NOT_AN_OBJECT]));
	return success(addition ? mergeDeep(body, addition) : body);
}
