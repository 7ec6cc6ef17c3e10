import type { Fields } from '../../../../shared/n8n/parameters/fields';
import { findEngine } from '../../../../shared/drs/scenarios';
import type { Side } from '../../../fields/endpoint/input';
import { readEndpoint, type RunCredentials } from '../../../fields/endpoint/read';
import { readEngineType } from '../../../fields/engine';
import { readTags } from '../../../fields/tags';
import { readAlarm } from './alarm';
import type { UpdatedEndpoint, UpdateInput } from './input';

/**
 * @param item the fields of an item
 * @param credentials the credentials of the run
 * @returns what the item changes
 */
export function readUpdate(item: Fields, credentials: RunCredentials): UpdateInput {
	const fields = item.group('updateFields');
	const storeDbInfo = item.flag('storeDbInfo') || undefined;
	const engineType = readEngineType(fields, 'engineType');
	/** Saved databases need their types, which the engine says. */
	const engine = storeDbInfo ? findEngine(engineType ?? '') : undefined;
	const endpoint = (side: Side): UpdatedEndpoint => ({
		...readEndpoint(
			item,
			side,
			{ dbType: engine?.[`${side}DbType`], managed: false, region: '' },
			credentials[side],
		),
		dbName: item.group(`${side}Database`).text('dbName'),
	});
	return {
		name: fields.text('name'),
		description: fields.emptiable('description'),
		taskType: fields.option('taskType'),
		nodeType: fields.text('nodeType'),
		engineType,
		netType: fields.option('netType'),
		jobDirection: fields.option('jobDirection'),
		dbUseType: fields.option('dbUseType'),
		isTargetReadonly: fields.flag('isTargetReadonly'),
		isRecreate: fields.flag('isRecreate'),
		replaceDefiner: fields.flag('replaceDefiner'),
		tags: readTags(fields),
		alarm: readAlarm(fields),
		storeDbInfo,
		source: endpoint('source'),
		target: endpoint('target'),
	};
}
