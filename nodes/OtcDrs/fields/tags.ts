import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../shared/n8n/parameters/fields';

/** A tag of a task. */
export interface TagInput {
	key: string;
	value: string;
}

/** @returns the field with which a user enters tags. */
export function tagsField(description: string): INodeProperties {
	return {
		displayName: 'Tags',
		name: 'tags',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Tag',
		default: {},
		description,
		options: [
			{
				displayName: 'Tag',
				name: 'tag',
				values: [
					{
						displayName: 'Key',
						name: 'key',
						type: 'string',
						default: '',
						placeholder: 'e.g. team',
						description: 'At most 36 letters, digits, hyphens and underscores',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. shop',
						description: 'At most 43 letters, digits, hyphens and underscores',
					},
				],
			},
		],
	};
}

/** @returns the tags of that field in a collection; undefined for none. */
export function readTags(fields: Fields): TagInput[] | undefined {
	const entries = fields.group('tags').entries('tag');
	if (entries.length === 0) return undefined;
	return entries.map((entry) => ({
		key: entry.text('key') ?? '',
		value: entry.text('value') ?? '',
	}));
}
