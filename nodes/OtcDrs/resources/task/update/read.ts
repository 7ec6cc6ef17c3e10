import type { IDataObject } from 'n8n-workflow';
import { findEngine } from '../../../../shared/drs/scenarios';
import type { ParameterReader } from '../../../../shared/n8n/ParameterReader';
import { readFlag, readText } from '../../../../shared/values/read';
import type { Side } from '../../../fields/endpoint/fields';
import { readEndpoint, type RunCredentials } from '../../../fields/endpoint/read';
import { readTags } from '../../../fields/tags';
import { readAlarm } from './alarm';
import type { UpdatedEndpoint, UpdateInput } from './input';

/** @returns the text of a field that was added, even an empty one; undefined for one that was not. */
const textAsEntered = (value: unknown): string | undefined =>
	value === undefined || value === null ? undefined : String(value);

/**
 * Reads what one item changes.
 *
 * @param reader the parameters of the node
 * @param item the item's index
 * @param credentials the credentials of the run
 */
export function readUpdate(
	reader: ParameterReader,
	item: number,
	credentials: RunCredentials,
): UpdateInput {
	const fields = reader.get<IDataObject>('updateFields', item, {});
	const storeDbInfo = readFlag(reader.get('storeDbInfo', item, false)) || undefined;
	/** Saved databases need their types, which the engine says. */
	const engine = storeDbInfo ? findEngine(readText(fields.engineType) ?? '') : undefined;
	const endpoint = (side: Side): UpdatedEndpoint => ({
		...readEndpoint(
			reader,
			side,
			item,
			{ dbType: engine?.[`${side}DbType`], managed: false, region: '' },
			credentials[side],
		),
		dbName: readText(reader.get<IDataObject>(`${side}Database`, item, {}).dbName),
	});
	return {
		name: textAsEntered(fields.name)?.trim(),
		description: textAsEntered(fields.description),
		taskType: readText(fields.taskType),
		nodeType: readText(fields.nodeType),
		engineType: readText(fields.engineType),
		netType: readText(fields.netType),
		jobDirection: readText(fields.jobDirection),
		dbUseType: readText(fields.dbUseType),
		isTargetReadonly: readFlag(fields.isTargetReadonly),
		isRecreate: readFlag(fields.isRecreate),
		replaceDefiner: readFlag(fields.replaceDefiner),
		tags: readTags(fields.tags),
		alarm: readAlarm(fields.alarm),
		storeDbInfo,
		source: endpoint('source'),
		target: endpoint('target'),
	};
}
