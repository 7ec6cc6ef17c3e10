import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { mapConcurrently } from '../../shared/batch/concurrency';
import type { ApiClient } from '../../shared/client/client';
import { failed, success, type Outcome } from '../../shared/failures/failure';
import { toFailure } from '../../shared/failures/fieldProblems';
import { emptyFilters } from '../../shared/fields/emptyFilters';
import { showFor } from '../../shared/n8n/fields';
import { optionsCollection, singleSendingFields } from '../../shared/n8n/options';
import type { Fields } from '../../shared/n8n/parameters/fields';
import { LIMIT_FIELDS, readMost } from '../fields/limit';
import type { Operation } from './operation';
import { gathered, runPerItem } from './perItem';

/** An operation that lists what is in the project. */
export interface ListParts<T> {
	resource: string;
	option: INodePropertyOptions;
	/** Fields before the limit. */
	fields?: INodeProperties[];
	/** Fields of the collection "Filters". One that was added and is empty is refused. */
	filters: INodeProperties[];
	/** @param fields of an item, and those of its collection "Filters" */
	read(fields: Fields, filters: Fields): T;
	list(client: ApiClient, filter: T, most: number): Promise<Outcome<object[]>>;
}

interface Listing<T> {
	filter: T;
	most: number;
}

/** @returns the operation; it gives an item for each entry of the list. */
export function listOperation<T>(parts: ListParts<T>): Operation {
	const { resource, option, fields: own = [], filters, read, list } = parts;
	const readListing = (fields: Fields): Outcome<Array<Listing<T>>> => {
		const added = fields.group('filters');
		const empty = emptyFilters(added, filters);
		return empty.length > 0
			? failed(toFailure(empty))
			: success([{ filter: read(fields, added), most: readMost(fields) }]);
	};
	return {
		option,
		properties: showFor({ resource, operations: [String(option.value)] }, [
			...own,
			...LIMIT_FIELDS,
			{
				displayName: 'Filters',
				name: 'filters',
				type: 'collection',
				placeholder: 'Add Filter',
				default: {},
				options: filters,
			},
			optionsCollection(singleSendingFields('query')),
		]),
		execute: async (run) =>
			await runPerItem<Listing<T>>(run, {
				kind: 'singleQuery',
				read: (item) => gathered(run.parameters, item, readListing),
				send: async (listings, client, { concurrency }) =>
					await mapConcurrently(listings, concurrency, async ({ filter, most }) => {
						const listed = await list(client, filter, most);
						return listed.ok
							? success(listed.value.map((entry) => ({ json: { ...entry } })))
							: listed;
					}),
			}),
	};
}
