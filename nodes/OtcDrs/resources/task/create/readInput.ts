import type { IDataObject } from 'n8n-workflow';
import { readJsonObject } from '../../../../shared/values/json';
import { locatorValue, type ParameterReader } from '../../../../shared/n8n/ParameterReader';
import { readEndpoint, type RunCredentials } from '../../../fields/endpoint/read';
import { flag, number, text } from '../../../../shared/values/fieldValues';
import { readTags } from '../../../fields/tags';
import type { TaskInput } from './input';
import { findEngine, type Scenario } from '../../../../shared/drs/scenarios';

/** A task as read from one item; `invalidJson` tells that the additional request fields are not a JSON object. */
export interface ReadTask {
	input: TaskInput;
	invalidJson: boolean;
}

/**
 * Reads the task that one item describes.
 *
 * @param reader the parameters of the node
 * @param item the item's index
 * @param scenario migration, synchronization or disaster recovery
 * @param credentials the credentials of the run
 */
export function readTask(
	reader: ParameterReader,
	item: number,
	scenario: Scenario,
	credentials: RunCredentials,
): ReadTask {
	const get = (name: string): unknown => reader.get<string>(name, item, '');
	const chosenEngine = get('engineType');
	const engineType = text(chosenEngine === 'other' ? get('otherEngineType') : chosenEngine) ?? '';
	const engine = findEngine(engineType);
	const jobDirection = text(get('jobDirection')) ?? 'up';
	const netType = text(get('netType')) ?? 'eip';
	const more = reader.get<IDataObject>('additionalFields', item, {});
	const json = readJsonObject(more.additionalRequestFields);
	const isRecovery = scenario.dbUseType === 'cloudDataGuard';
	const region = text(get('region')) ?? credentials.region;
	const input: TaskInput = {
		name: text(get('name')) ?? '',
		engineType,
		jobDirection,
		netType,
		taskType: text(get('taskType')) ?? 'FULL_INCR_TRANS',
		nodeType: text(more.nodeType) ?? 'high',
		subnetId: text(reader.id('subnet', item)),
		bindEip: netType === 'eip' ? flag(get('bindEip')) : undefined,
		isTargetReadonly: flag(
			isRecovery && jobDirection === 'up' ? get('isTargetReadonly') : more.isTargetReadonly,
		),
		multiWrite: flag(isRecovery ? get('multiWrite') : more.multiWrite),
		nodeNum: number(more.nodeNum),
		description: typeof more.description === 'string' ? more.description : undefined,
		enterpriseProjectId: text(locatorValue(more.enterpriseProject)),
		expiredDays: number(more.expiredDays),
		masterAz: text(locatorValue(more.masterAz)),
		slaveAz: text(locatorValue(more.slaveAz)),
		tags: readTags(more.tags),
		source: readEndpoint(
			reader,
			'source',
			item,
			{ dbType: engine?.sourceDbType, managed: jobDirection === 'down', region },
			credentials.source,
		),
		target: readEndpoint(
			reader,
			'target',
			item,
			{ dbType: engine?.targetDbType, managed: jobDirection === 'up', region },
			credentials.target,
		),
		additionalRequestFields: json ?? undefined,
	};
	return { input, invalidJson: json === null };
}
