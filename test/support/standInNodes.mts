import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
} from 'n8n-workflow';

const text = (name: string): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
});

function standIn(
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
		properties: [text('uri'), text('method')],
		async execute() {
			const answer = (await this.helpers.requestWithAuthentication.call(
				this,
				'otcApi',
				{
					uri: this.getNodeParameter('uri', 0) as string,
					method: (this.getNodeParameter('method', 0) as 'GET') || 'GET',
					json: true,
				},
				undefined,
				0,
			)) as IDataObject;
			return [[{ json: answer, pairedItem: { item: 0 } }]];
		},
	});
