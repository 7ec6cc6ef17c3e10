import type { IDataObject, INodeExecutionData, INodeType } from 'n8n-workflow';
import { standIn, text } from './standInNodes.mts';

/** Stands for a page at the end of a form: its item is what people read. */
export const pageNode = (): INodeType =>
	standIn('page', {
		properties: [text('completionTitle'), text('completionMessage')],
		async execute() {
			const [title, message] = ['completionTitle', 'completionMessage'].map(
				(field) => this.getNodeParameter(field, 0) as string,
			);
			return [[{ json: { title, message }, pairedItem: { item: 0 } }]];
		},
	});

/** Stands for Extract from File → Text, as UTF-8. */
export const textFileNode = (): INodeType =>
	standIn('extractFromFile', {
		properties: [text('binaryPropertyName'), text('destinationKey')],
		async execute() {
			const field = this.getNodeParameter('binaryPropertyName', 0) as string;
			const bytes = Buffer.from(this.helpers.assertBinaryData(0, field).data, 'base64');
			const key = this.getNodeParameter('destinationKey', 0) as string;
			return [[{ json: { [key]: new TextDecoder().decode(bytes) }, pairedItem: { item: 0 } }]];
		},
	});

/** Stands for Code, which runs once for all items. */
export const codeNode = (): INodeType =>
	standIn('code', {
		properties: [text('jsCode')],
		async execute() {
			const code = this.getNodeParameter('jsCode', 0, '', { rawExpressions: true }) as string;
			const { $, $input, $now, Interval } = this.getWorkflowDataProxy(0);
			const run = new Function('$', '$input', '$now', 'Interval', code) as (
				...globals: unknown[]
			) => INodeExecutionData[];
			return [run($, $input, $now, Interval)];
		},
	});

/** Stands for Data Table: what is written is the row, and nothing is found. */
export const tableNode = (): INodeType =>
	standIn('dataTable', {
		properties: [text('operation'), text('columns')],
		async execute() {
			if (this.getNodeParameter('operation', 0) === 'get') return [[]];
			return [
				this.getInputData().map(({ json }, item) => {
					const { value } = this.getNodeParameter('columns', item, {}) as { value?: IDataObject };
					return { json: value ?? json, pairedItem: { item } };
				}),
			];
		},
	});
