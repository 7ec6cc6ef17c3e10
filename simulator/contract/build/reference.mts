/** A field as the reference data describes it. */
export interface ReferenceField {
	name: string;
	type: string;
	array: boolean;
	mandatory?: boolean;
	description: string;
	enum?: string[];
	fields?: ReferenceField[];
}

/** An operation as the reference data describes it. */
export interface ReferenceOperation {
	id: string;
	title: string;
	doc: string;
	method: string;
	path: string;
	successStatus: number[];
	request: ReferenceField[];
	response: ReferenceField[];
}

/** A JSON schema (2020-12), as far as the contract uses it. */
export interface Schema {
	type?: string | string[];
	description?: string;
	enum?: string[];
	examples?: unknown[];
	pattern?: string;
	minLength?: number;
	maxLength?: number;
	minimum?: number;
	maximum?: number;
	minItems?: number;
	maxItems?: number;
	items?: Schema;
	properties?: Record<string, Schema>;
	required?: string[];
	additionalProperties?: boolean | Schema;
	anyOf?: Schema[];
	oneOf?: Schema[];
	contentMediaType?: string;
	/** What the text holds, for a text that is a document of its own. */
	contentSchema?: Schema;
}
