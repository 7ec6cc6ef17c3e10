import type { Resource } from '../../operation';
import { selectObjects } from './selectObjects';
import { setDefiner } from './setDefiner';
import { setFlowControl } from './setFlowControl';
import { setSyncPolicy } from './setSyncPolicy';

/** The resource "Configuration". */
export const configuration: Resource = {
	option: { name: 'Configuration', value: 'configuration' },
	defaultOperation: 'selectObjects',
	operations: [selectObjects, setDefiner, setFlowControl, setSyncPolicy],
};
