import Ajv, { type ValidateFunction } from 'ajv';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	IRun,
	IRunData,
	ITaskData,
} from 'n8n-workflow';
import { OPERATION_SCHEMAS, TRIGGER_SCHEMA } from '../../contract/outputs/index.mts';
import type { Schema } from '../../contract/outputs/shape.mts';
import { RESOURCES } from '../../nodes/OtcDrs/resources/index.ts';
import { noteOutputProblems } from './outputProblems.mts';

const PACKAGE = 'n8n-nodes-otc-drs';

/** An item that a node of ours has given. */
export interface Output {
	/** The operation, such as `task/get`, or `trigger`. */
	name: string;
	json: IDataObject;
	/** Whether it may have fields that the schema does not name, because it is all that the service gave. */
	isOpen: boolean;
}

/** Whether a node is one of a sub-execution, whose items are the state of a parked node. */
const isTurn = ({ parameters }: INode): boolean =>
	['turn', 'end'].includes(String(parameters.parkingTurn));

function operationOf({ parameters: { resource = 'task', operation } }: INode): string {
	const found = RESOURCES.find(({ option }) => option.value === resource);
	return `${String(resource)}/${String(operation ?? found?.defaultOperation)}`;
}

/** @returns a copy as n8n's database would hold it */
const stored = (json: IDataObject): IDataObject => JSON.parse(JSON.stringify(json)) as IDataObject;

/** A failed item is no output of the operation: it is its input with an error. */
const isAnswer = ({ json, error }: INodeExecutionData): boolean =>
	error === undefined && json.error === undefined;

const itemsOf = (run: ITaskData): INodeExecutionData[] =>
	(run.data?.main ?? []).flatMap((items) => items ?? []);

/** @returns the names of the fields that a node was given, in one of its runs: some operations keep them */
function namesGiven(run: ITaskData, runData: IRunData): Set<string> {
	const before = (run.source ?? []).flatMap((source) => runData[source?.previousNode ?? ''] ?? []);
	return new Set(before.flatMap(itemsOf).flatMap(({ json }) => Object.keys(json)));
}

function outputsOfNode(node: INode, runData: IRunData): Output[] {
	const name = operationOf(node);
	const known = OPERATION_SCHEMAS.get(name)?.properties ?? {};
	return (runData[node.name] ?? []).flatMap((run) => {
		const given = namesGiven(run, runData);
		const isOwn = (field: string) => field in known || !given.has(field);
		return itemsOf(run)
			.filter(isAnswer)
			.map(({ json }) => ({
				name,
				json: Object.fromEntries(Object.entries(stored(json)).filter(([field]) => isOwn(field))),
				isOpen: node.parameters.simplify === false,
			}));
	});
}

/** @returns what the operations of the node have given in a run that has ended */
export const outputsOf = (nodes: readonly INode[], { status, data }: IRun): Output[] =>
	status === 'waiting'
		? []
		: nodes
				.filter((node) => node.type === `${PACKAGE}.otcDrs` && !isTurn(node))
				.flatMap((node) => outputsOfNode(node, data.resultData.runData));

/** @returns a schema that refuses fields that it does not name */
function closed(schema: Schema): Schema {
	const { properties, items, additionalProperties = false } = schema;
	return {
		...schema,
		...(properties && {
			properties: Object.fromEntries(
				Object.entries(properties).map(([name, field]) => [name, closed(field)]),
			),
			additionalProperties,
		}),
		...(items && { items: closed(items) }),
	};
}

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false });
const validators = new Map<Schema, [open: ValidateFunction, closed: ValidateFunction]>();

function validatorsOf(schema: Schema): [open: ValidateFunction, closed: ValidateFunction] {
	const known = validators.get(schema);
	if (known) return known;
	const made: [ValidateFunction, ValidateFunction] = [
		ajv.compile(schema),
		ajv.compile(closed(schema)),
	];
	validators.set(schema, made);
	return made;
}

/** @returns what is in an output that its schema does not say, in words */
export function problemsOf({ name, json, isOpen }: Output, schema: Schema | undefined): string[] {
	if (schema === undefined) return [`${name} has no schema`];
	const isValid = validatorsOf(schema)[isOpen ? 0 : 1];
	if (isValid(json)) return [];
	return (isValid.errors ?? []).map(
		({ instancePath, message, params }) =>
			`${name}${instancePath} ${message} ${JSON.stringify(params)}`,
	);
}

/** The tests whose outputs are held against the schemas: others let the service give nonsense. */
const CHECKED = /\/test\/(workflow|fidelity)\//;

/** @returns whether the running test is one of them; there is none outside of jest, where the benchmark uses the engine */
const isChecked = (): boolean =>
	typeof expect !== 'undefined' && CHECKED.test(expect.getState().testPath ?? '');

const note = (outputs: readonly Output[], schemas: ReadonlyMap<string, Schema>): void =>
	noteOutputProblems(outputs.flatMap((output) => problemsOf(output, schemas.get(output.name))));

/** Holds what a run has given against the schemas of the operations. */
export function checkOutputs(nodes: readonly INode[], run: IRun): void {
	if (isChecked()) note(outputsOf(nodes, run), OPERATION_SCHEMAS);
}

/** Holds the events of a poll against the schema of the trigger. */
export function checkEvents(items: readonly INodeExecutionData[]): void {
	if (!isChecked()) return;
	note(
		items.map(({ json }) => ({ name: 'trigger', json: stored(json), isOpen: false })),
		new Map([['trigger', TRIGGER_SCHEMA]]),
	);
}
