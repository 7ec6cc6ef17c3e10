import type { Fields } from '../../../../shared/n8n/parameters/fields';
import type { Side } from '../../../fields/endpoint/fields';
import { readEndpoint, type RunCredentials } from '../../../fields/endpoint/read';
import { readTags } from '../../../fields/tags';
import { readAlarm } from './alarm';
import type { UpdatedEndpoint, UpdateInput } from './input';

/** Nothing but the fields of the endpoint says its type and region. */
const GENERAL = { managed: false, region: '' };

/**
 * @param item the fields of an item
 * @param credentials the credentials of the run
 * @returns what the item changes
 */
export function readUpdate(item: Fields, credentials: RunCredentials): UpdateInput {
	const fields = item.group('updateFields');
	const endpoint = (side: Side): UpdatedEndpoint => ({
		...readEndpoint(item, side, GENERAL, credentials[side]),
		dbName: item.group(`${side}Database`).text('dbName'),
	});
	return {
		name: fields.text('name'),
		description: fields.emptiable('description'),
		taskType: fields.option('taskType'),
		nodeType: fields.text('nodeType'),
		engineType: fields.text('engineType'),
		netType: fields.option('netType'),
		jobDirection: fields.option('jobDirection'),
		dbUseType: fields.option('dbUseType'),
		isTargetReadonly: fields.flag('isTargetReadonly'),
		isRecreate: fields.flag('isRecreate'),
		replaceDefiner: fields.flag('replaceDefiner'),
		tags: readTags(fields),
		alarm: readAlarm(fields),
		storeDbInfo: item.flag('storeDbInfo') || undefined,
		source: endpoint('source'),
		target: endpoint('target'),
	};
}
