import { parameter } from '../build/drs.mts';
import type { Schema } from '../build/reference.mts';

export const text: Schema = { type: 'string' };
export const whole: Schema = { type: 'integer' };

/** An object that may have other fields. */
export const object = (properties: Record<string, Schema>, required: string[] = []): Schema => ({
	type: 'object',
	properties,
	...(required.length > 0 ? { required } : {}),
});

/** An object without other fields. */
export const closed = (properties: Record<string, Schema>, required: string[] = []): Schema => ({
	...object(properties, required),
	additionalProperties: false,
});

export const list = (items: Schema): Schema => ({ type: 'array', items });

/** An operation of a service around DRS. */
export interface Part {
	operationId: string;
	service: string;
	/** `get` if left out. */
	method?: 'get' | 'head' | 'post' | 'delete';
	/** Path in the document; differs from the real one where services share a path. */
	path: string;
	realPath?: string;
	summary: string;
	query?: string[];
	/** Parameters of the query that have to be there. */
	mandatory?: Record<string, Schema>;
	request?: Schema;
	/** HTTP status of a success; 200 if left out. */
	status?: number;
	/** Left out where there is no body. */
	answer?: Schema;
}

const content = (schema: Schema) => ({ 'application/json': { schema } });

const DESCRIPTIONS: Record<string, string> = { project_id: 'ID of the project' };

/** Adds operations to path items. */
export function addParts(
	paths: Record<string, Record<string, unknown>>,
	parts: readonly Part[],
): void {
	for (const part of parts) {
		const inPath = [...part.path.matchAll(/\{(\w+)\}/g)].map(([, name]) =>
			parameter(name, 'path', DESCRIPTIONS[name] ?? name),
		);
		paths[part.path] = {
			...paths[part.path],
			[part.method ?? 'get']: {
				operationId: part.operationId,
				summary: part.summary,
				'x-service': part.service,
				...(part.realPath ? { 'x-path': part.realPath } : {}),
				parameters: [
					...inPath,
					...(part.query ?? []).map((name) => parameter(name, 'query', name)),
					...Object.entries(part.mandatory ?? {}).map(([name, schema]) =>
						parameter(name, 'query', name, true, schema),
					),
				],
				...(part.request
					? { requestBody: { required: true, content: content(part.request) } }
					: {}),
				responses: {
					[part.status ?? 200]: {
						description: 'Success',
						...(part.answer ? { content: content(part.answer) } : {}),
					},
				},
			},
		};
	}
}
