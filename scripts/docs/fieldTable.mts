import type { INodeProperties } from 'n8n-workflow';
import { findOperation } from '../../nodes/OtcDrs/resources/index.ts';
import type { Schema } from '../../simulator/contract/build/reference.mts';
import { documentOperations } from '../../simulator/contract/index.mts';
import type { OperationLandings } from '../../contract/fields/landing.mts';
import { schemaAt } from '../../contract/fields/schema.mts';

/** @returns what the contract says of a field: its type, its values, its limits. */
function describe({ type, enum: values, examples, maxLength, minimum, maximum, maxItems }: Schema): string {
	const listed = values ?? (examples as string[] | undefined);
	return [
		[type].flat().filter(Boolean).join(' or '),
		listed ? listed.map((value) => `\`${String(value)}\``).join(', ') : '',
		maxLength === undefined ? '' : `up to ${maxLength} characters`,
		minimum === undefined && maximum === undefined ? '' : `${minimum ?? ''}…${maximum ?? ''}`,
		maxItems === undefined ? '' : `up to ${maxItems}`,
	]
		.filter((part) => part !== '')
		.join('; ');
}

function findField(properties: readonly INodeProperties[], path: string): INodeProperties | undefined {
	const [first, ...rest] = path.split('.');
	const candidates = properties.filter(({ name }) => name === first.replace('[]', ''));
	if (rest.length === 0) return candidates[0];
	for (const { type, options } of candidates) {
		const inner = (options ?? []) as Array<INodeProperties & { values?: INodeProperties[] }>;
		const group = inner.find(({ name }) => name === rest[0].replace('[]', ''));
		const found =
			type === 'fixedCollection'
				? findField(group?.values ?? [], rest.slice(1).join('.'))
				: findField(inner, rest.join('.'));
		if (found) return found;
	}
	return undefined;
}

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim();

const requestPath = (entry: string, path: string): string =>
	[entry.replace(/\[\d\]/, '[]'), path.replace(/\[\d\]/g, '[]')].filter(Boolean).join('.');

/**
 * Makes the table of an operation's fields: what each is called, where it stands in the request, and what the contract
 * says about it.
 *
 * @param landings where the fields land, as the coverage tests prove it
 * @returns Markdown
 */
export function fieldTable(landings: OperationLandings): string {
	const found = documentOperations.find(([, , { operationId }]) => operationId === landings.operationId)!;
	const [path, method, operation] = found;
	const whole = operation.requestBody?.content['application/json'].schema as Schema | undefined;
	const schema = whole?.anyOf ? whole.anyOf[0] : whole;
	const { properties } = findOperation(landings.resource, landings.operation)!;
	const rows = landings.landings.map(({ field, sent }) => {
		const property = findField(properties, field);
		const [first] = Object.keys(sent);
		const place = first === undefined ? undefined : requestPath(landings.entry, first);
		const limits = place === undefined ? undefined : schemaAt(schema, place);
		return [
			property?.displayName ?? field,
			`\`${field}\``,
			place === undefined ? 'not sent' : `\`${place}\``,
			limits ? describe(limits) : '',
			property?.description ?? '',
		].map(cell);
	});
	return [
		`\`${method} ${path}\``,
		'',
		'| field | parameter | in the request | the contract says | what it is for |',
		'|---|---|---|---|---|',
		...rows.map((row) => `| ${row.join(' | ')} |`),
	].join('\n');
}
