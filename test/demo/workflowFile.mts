import type { INodeProperties } from 'n8n-workflow';
import { join } from 'node:path';
import { readWorkflows, type WorkflowFile } from '../../demo/lib/workflows.mts';
import { OtcDrs } from '../../nodes/OtcDrs/OtcDrs.node.ts';
import { OtcDrsTrigger } from '../../nodes/OtcDrsTrigger/OtcDrsTrigger.node.ts';

/** A node as a file has it. */
export interface FileNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string | null; name: string }>;
	notes?: string;
	notesInFlow?: boolean;
}

type File = Omit<WorkflowFile, 'nodes' | 'connections'> & {
	nodes: FileNode[];
	connections: Record<string, { main: { node: string }[][] }>;
};

/** The folder of the package. */
export const ROOT = join(__dirname, '..', '..');

/** The name of the package. */
export const PACKAGE = 'n8n-nodes-otc-drs';

/** All workflows by the names of their files. */
export const files = Object.entries(readWorkflows(join(ROOT, 'workflows'))).map(
	([file, text]): [string, File] => [file, JSON.parse(text) as File],
);

const OUR_NODES = [new OtcDrs(), new OtcDrsTrigger()].map(({ description }) => description);

/** @returns the description of one of our nodes */
export const descriptionOf = (type: string) =>
	OUR_NODES.find(({ name }) => type === `${PACKAGE}.${name}`);

/** n8n adds this field to every trigger that polls. */
const POLL_TIMES = 'pollTimes';

/** The properties that belong to a node with these parameters. */
export function propertiesOf({
	type,
	parameters: { resource, operation },
}: FileNode): INodeProperties[] {
	return descriptionOf(type)!.properties.filter(({ displayOptions }) => {
		const show = displayOptions?.show ?? {};
		return (
			(show.resource ?? [resource]).includes(resource as string) &&
			(show.operation ?? [operation]).includes(operation as string)
		);
	});
}

/** @returns the parameters that the node does not have */
export function unknownFields(
	parameters: Record<string, unknown>,
	known: INodeProperties[],
): string[] {
	return Object.entries(parameters).flatMap(([name, value]) => {
		const property = known.find((candidate) => candidate.name === name);
		if (property === undefined) {
			return name === POLL_TIMES ? [] : [name];
		}
		return property.type === 'collection'
			? unknownFields(value as Record<string, unknown>, property.options as INodeProperties[])
			: [];
	});
}
