import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
} from 'n8n-workflow';

export const text = (name: string): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
});

/** @returns a node with the name and what else is needed; without `execute`, it hands on its items. */
export function standIn(
	name: string,
	options: {
		group?: 'trigger' | 'transform';
		properties?: INodeProperties[];
		withCredential?: boolean;
		execute?: (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;
	},
): INodeType {
	const isTrigger = options.group === 'trigger';
	return {
		description: {
			displayName: name,
			name,
			group: [options.group ?? 'transform'],
			version: 1,
			description: 'Stand-in for a node that n8n brings along',
			defaults: { name },
			inputs: isTrigger ? [] : [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: options.withCredential ? [{ name: 'otcApi', required: true }] : [],
			properties: options.properties ?? [],
		},
		async execute(this: IExecuteFunctions) {
			return options.execute ? await options.execute.call(this) : [this.getInputData()];
		},
	};
}

/** Stands for Manual, Schedule and Webhook triggers; its items come from pinned data. */
export const startNode = (): INodeType => standIn('start', { group: 'trigger' });

/** Stands for a notification node: what arrives here would be sent. */
export const noteNode = (): INodeType => standIn('note', {});

/** Stands for the HTTP Request node: the older request helper, which says `uri`, with our credential. */
export const httpNode = (): INodeType =>
	standIn('http', {
		withCredential: true,
		properties: [text('uri'), text('method'), text('requestOptions')],
		async execute() {
			const more = this.getNodeParameter('requestOptions', 0, '') as string;
			const answer = (await this.helpers.requestWithAuthentication.call(
				this,
				'otcApi',
				{
					uri: this.getNodeParameter('uri', 0) as string,
					method: (this.getNodeParameter('method', 0) as 'GET') || 'GET',
					json: true,
					...(more === '' ? {} : (JSON.parse(more) as IDataObject)),
				},
				undefined,
				0,
			)) as IDataObject;
			return [[{ json: answer, pairedItem: { item: 0 } }]];
		},
	});

/** Stands for If: its conditions are evaluated by n8n itself, as those of the real node. */
export const ifNode = (): INodeType => {
	const node = standIn('if', {
		properties: [{ displayName: 'Conditions', name: 'conditions', type: 'filter', default: {} }],
		async execute() {
			const items = this.getInputData();
			const passes = items.map(
				(_, index) =>
					this.getNodeParameter('conditions', index, false, { extractValue: true }) === true,
			);
			return [true, false].map((wanted) => items.filter((_, index) => passes[index] === wanted));
		},
	});
	node.description.outputs = [NodeConnectionTypes.Main, NodeConnectionTypes.Main];
	return node;
};

/**
 * Stands for a call that goes out: its body and the node's name are handed to `receive`, and the answer says nothing of the
 * item. What `receive` throws is the failure of the call.
 */
export const callNode = (receive: (body: IDataObject, node: string) => void): INodeType =>
	standIn('call', {
		properties: [text('jsonBody')],
		async execute() {
			return [
				this.getInputData().map((_, item) => {
					const body = this.getNodeParameter('jsonBody', item) as string;
					try {
						receive(JSON.parse(body) as IDataObject, this.getNode().name);
					} catch (error) {
						if (!this.continueOnFail()) throw error;
						const { message } = error as Error;
						return { json: { error: { message } }, pairedItem: { item } };
					}
					return { json: { data: 'ok' }, pairedItem: { item } };
				}),
			];
		},
	});

/** Stands for Respond to Webhook: its item is the answer. */
export const respondNode = (): INodeType =>
	standIn('respond', {
		properties: [
			text('responseBody'),
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				default: {},
				options: [text('responseCode')],
			},
		],
		async execute() {
			const status = this.getNodeParameter('options.responseCode', 0, 200) as number;
			const body = this.getNodeParameter('responseBody', 0) as IDataObject;
			return [[{ json: { status, body }, pairedItem: { item: 0 } }]];
		},
	});

/** Stands for Edit Fields: n8n itself evaluates the values, as those of the real node. */
export const setNode = (): INodeType =>
	standIn('set', {
		properties: [
			{
				displayName: 'Assignments',
				name: 'assignments',
				type: 'assignmentCollection',
				default: {},
			},
		],
		async execute() {
			return [
				this.getInputData().map(({ json, binary }, item) => {
					const { assignments } = this.getNodeParameter('assignments', item) as {
						assignments: Array<{ name: string; value: unknown }>;
					};
					const values = Object.fromEntries(assignments.map(({ name, value }) => [name, value]));
					return { json: { ...json, ...values } as IDataObject, binary, pairedItem: { item } };
				}),
			];
		},
	});

/** Stands for Split Out. */
export const splitOutNode = (): INodeType =>
	standIn('splitOut', {
		properties: [text('fieldToSplitOut')],
		async execute() {
			const field = this.getNodeParameter('fieldToSplitOut', 0) as string;
			return [
				this.getInputData().flatMap(({ json }, item) =>
					(json[field] as IDataObject[]).map((one) => ({ json: one, pairedItem: { item } })),
				),
			];
		},
	});

/** Hands on the value of its field, which may be an expression. */
export const readNode = (): INodeType =>
	standIn('read', {
		properties: [text('value')],
		async execute() {
			const json = { value: this.getNodeParameter('value', 0) as string };
			return [[{ json, pairedItem: { item: 0 } }]];
		},
	});
