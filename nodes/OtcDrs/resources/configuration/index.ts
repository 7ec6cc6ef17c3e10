import type { Resource } from '../../operations/operation';
import { getParameters } from './getParameters';
import { selectObjects } from './selectObjects';
import { setDataProcessing } from './setDataProcessing';
import { setDefiner } from './setDefiner';
import { setFlowControl } from './setFlowControl';
import { setSyncPolicy } from './setSyncPolicy';
import { updateParameters } from './updateParameters';

/** The resource "Configuration". */
export const configuration: Resource = {
	option: { name: 'Configuration', value: 'configuration' },
	defaultOperation: 'selectObjects',
	operations: [
		getParameters,
		selectObjects,
		setDataProcessing,
		setDefiner,
		setFlowControl,
		setSyncPolicy,
		updateParameters,
	],
};
