/** The least that a node can do with an item: read one parameter and hand it on. n8n evaluates the expression. */
class ReadParameter {
	description = {
		displayName: 'Read Parameter',
		name: 'readParameter',
		group: ['transform'],
		version: 1,
		description: 'Reads one parameter for each item',
		defaults: { name: 'Read Parameter' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [
			{
				displayName: 'Task',
				name: 'jobId',
				type: 'resourceLocator',
				default: { mode: 'id', value: '' },
				modes: [{ displayName: 'By ID', name: 'id', type: 'string' }],
			},
		],
	};

	async execute() {
		return [
			this.getInputData().map((_, item) => ({
				json: { id: this.getNodeParameter('jobId', item).value },
				pairedItem: { item },
			})),
		];
	}
}

module.exports = { ReadParameter };
