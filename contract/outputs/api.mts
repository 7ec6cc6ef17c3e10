import { documentOperations } from '../../simulator/contract/index.mts';
import type { Fields, Shape } from './shape.mts';

/** The part of a schema of the contract that says what a value looks like. */
interface ContractSchema {
	type?: string | string[];
	properties?: Record<string, ContractSchema>;
	additionalProperties?: ContractSchema;
	items?: ContractSchema;
}

/** An item with these is a failure, and no output. */
const ERROR_FIELDS = ['error_code', 'error_msg'];

function scalarOf(types: readonly string[]): Shape {
	const known = types.filter((type) => type !== 'null');
	const name = known.length === 1 ? known[0] : 'any';
	if (name === 'any') return 'any';
	return `${name === 'integer' ? 'number' : name}?` as Shape;
}

/** @returns the shape of a value; the service may give null for one that is no object and no list */
function shapeOf({ type, properties = {}, additionalProperties, items }: ContractSchema): Shape {
	if (type === 'array') return [shapeOf(items ?? {})];
	if (type !== 'object') return scalarOf([type ?? []].flat());
	const fields = Object.entries(properties).map(([name, field]) => [name, shapeOf(field)]);
	return {
		...(Object.fromEntries(fields) as Fields),
		...(additionalProperties && { '*': shapeOf(additionalProperties) }),
	};
}

/**
 * @param operationId of the contract
 * @param list in the answer that has an entry for each task; by default the answer is of one task
 * @returns the fields of an answer that is no error
 */
export function answerOf(operationId: string, list?: string): Fields {
	const [, , operation] = documentOperations.find(
		([, , { operationId: id }]) => id === operationId,
	)!;
	const [answer] = Object.values(operation.responses).flatMap(
		({ content }) => (content?.['application/json'].schema as ContractSchema | undefined) ?? [],
	);
	const entry = list === undefined ? answer : answer.properties![list].items!;
	const fields = Object.entries(shapeOf(entry) as Fields);
	const hasMessage = fields.some(([name]) => name === 'error_msg');
	return Object.fromEntries(
		hasMessage ? fields.filter(([name]) => !ERROR_FIELDS.includes(name)) : fields,
	);
}

/** @returns some fields of an answer, in this order */
export const pick = (fields: Fields, names: readonly string[]): Fields =>
	Object.fromEntries(names.map((name) => [name, fields[name]]));
