import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { mergeDeep } from '../../shared/values/mergeDeep';
import type { Fields } from '../../shared/n8n/parameters/fields';

/** For everything that no field offers: a JSON object that is merged into the request of a task. */
export const ADDITIONAL_REQUEST_FIELDS: INodeProperties = {
	displayName: 'Additional Request Fields (JSON)',
	name: 'additionalRequestFields',
	type: 'json',
	default: '{}',
	description:
		'JSON merged into the API request, for fields not available above. Use the names of the API, such as source_endpoint.',
};

/**
 * Merges the additional request fields of an item, from the collection "Options", into what its other fields say.
 *
 * @param fields the fields of the item
 * @param body the entry of the request so far
 * @returns the whole entry
 */
export function withAdditionalFields(fields: Fields, body: IDataObject): IDataObject {
	const addition = fields.group('options').json('additionalRequestFields');
	return addition === undefined ? body : mergeDeep(body, addition);
}
