import type { IDataObject, INodeProperties } from 'n8n-workflow';

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

/** @returns the tags in the value of that field; undefined for none. */
export function readTags(value: unknown): TagInput[] | undefined {
	const entries = (value as IDataObject | undefined)?.tag;
	if (!Array.isArray(entries) || entries.length === 0) return undefined;
	return (entries as IDataObject[]).map(({ key, value: text }) => ({
		key: String(key ?? '').trim(),
		value: String(text ?? '').trim(),
	}));
}
