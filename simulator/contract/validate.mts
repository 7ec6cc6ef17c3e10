import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Schema } from './build/reference.mts';
import { documentOperations, type DocumentOperation } from './index.mts';

/** What a request or an answer has against the contract. */
export interface ContractProblem {
	/** Where, such as `/jobs/0/name`. */
	pointer: string;
	message: string;
	/** Whether something mandatory is missing. */
	missing: boolean;
}

const ajv = new Ajv2020({ allErrors: true, strict: false });

/** JSON Schema leaves texts that hold a document unchecked by default; here they have to be what their schema says. */
ajv.removeKeyword('contentSchema').addKeyword({
	keyword: 'contentSchema',
	type: 'string',
	schemaType: 'object',
	error: { message: 'must be JSON text with the documented fields' },
	compile: (schema: Schema) => {
		const validate = ajv.compile(schema);
		return (text: string) => {
			try {
				return validate(JSON.parse(text));
			} catch {
				return false;
			}
		};
	},
});
const compiled = new Map<string, ValidateFunction>();

const operationOf = (operationId: string): DocumentOperation => {
	const found = documentOperations.find(([, , operation]) => operation.operationId === operationId);
	if (!found) throw new Error(`The contract has no operation ${operationId}`);
	return found[2];
};

function validator(key: string, schema: object): ValidateFunction {
	let validate = compiled.get(key);
	if (!validate) {
		validate = ajv.compile(schema);
		compiled.set(key, validate);
	}
	return validate;
}

function problems(errors: readonly ErrorObject[] | null | undefined): ContractProblem[] {
	return (errors ?? []).map(({ instancePath, keyword, params, message = '' }) => {
		const name = keyword === 'required' ? params.missingProperty : params.additionalProperty;
		return {
			pointer: name === undefined ? instancePath : `${instancePath}/${name}`,
			message,
			missing: keyword === 'required',
		};
	});
}

/** Where an operation takes two forms (list of tasks, flat creation), which of them a body means. */
const formOf = (body: unknown): number =>
	typeof body === 'object' && body !== null && ('source_Endpoint' in body || 'task_type' in body)
		? 1
		: 0;

function queryProblems(
	{ operationId, parameters = [] }: DocumentOperation,
	query: Record<string, unknown>,
	strict: boolean,
): ContractProblem[] {
	const known = parameters.filter(({ in: place }) => place === 'query');
	const unknown = Object.keys(query)
		.filter((name) => !known.some((parameter) => parameter.name === name))
		.map((name) => ({
			pointer: `?${name}`,
			message: 'is not a parameter of this operation',
			missing: false,
		}));
	const validate = validator(`${operationId} query`, {
		type: 'object',
		properties: Object.fromEntries(known.map(({ name, schema }) => [name, schema])),
		required: known.filter(({ required }) => required).map(({ name }) => name),
	});
	validate(query);
	const wrong = problems(validate.errors).map((problem) => ({
		...problem,
		pointer: problem.pointer.replace('/', '?'),
	}));
	return [...(strict ? unknown : []), ...wrong];
}

/**
 * Checks a request against the contract: unknown fields, missing fields, types, listed values, limits.
 *
 * @param options strict, the default, also refuses unknown parameters of the query; no document says that services do
 * @returns the problems, none for a valid request
 * @throws Error for an operation that the contract does not have
 */
export function validateRequest(
	operationId: string,
	request: { query: Record<string, unknown>; body: unknown },
	{ strict = true }: { strict?: boolean } = {},
): ContractProblem[] {
	const operation = operationOf(operationId);
	const inQuery = queryProblems(operation, request.query, strict);
	const schema = operation.requestBody?.content['application/json'].schema as Schema | undefined;
	if (!schema) return inQuery;
	const form = formOf(request.body);
	const validate = validator(`${operationId} request ${form}`, schema.anyOf?.[form] ?? schema);
	validate(request.body ?? null);
	return [...inQuery, ...problems(validate.errors)];
}

/** Checks an answer against the contract; fields that it does not know are accepted. */
export function validateResponse(
	operationId: string,
	status: number,
	body: unknown,
): ContractProblem[] {
	const schema =
		operationOf(operationId).responses[String(status)]?.content?.['application/json'].schema;
	if (!schema)
		return [{ pointer: '', message: `status ${status} is not documented`, missing: false }];
	const validate = validator(`${operationId} ${status}`, schema);
	validate(body);
	return problems(validate.errors);
}
