import type { IDataObject } from 'n8n-workflow';
import { readJsonObject } from '../../../../shared/values/json';
import { locatorValue, type ParameterReader } from '../../../../shared/n8n/ParameterReader';
import { readEndpoint, type RunCredentials } from '../../../fields/endpoint/read';
import { readFlag, readNumber, readText } from '../../../../shared/values/read';
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
	const engineType =
		readText(chosenEngine === 'other' ? get('otherEngineType') : chosenEngine) ?? '';
	const engine = findEngine(engineType);
	const jobDirection = readText(get('jobDirection')) ?? 'up';
	const netType = readText(get('netType')) ?? 'eip';
	const more = reader.get<IDataObject>('additionalFields', item, {});
	const json = readJsonObject(more.additionalRequestFields);
	const isRecovery = scenario.dbUseType === 'cloudDataGuard';
	const region = readText(get('region')) ?? credentials.region;
	const input: TaskInput = {
		name: readText(get('name')) ?? '',
		engineType,
		jobDirection,
		netType,
		taskType: readText(get('taskType')) ?? 'FULL_INCR_TRANS',
		nodeType: readText(more.nodeType) ?? 'high',
		subnetId: readText(reader.id('subnet', item)),
		bindEip: netType === 'eip' ? readFlag(get('bindEip')) : undefined,
		isTargetReadonly: readFlag(
			isRecovery && jobDirection === 'up' ? get('isTargetReadonly') : more.isTargetReadonly,
		),
		multiWrite: readFlag(isRecovery ? get('multiWrite') : more.multiWrite),
		nodeNum: readNumber(more.nodeNum),
		description: typeof more.description === 'string' ? more.description : undefined,
		enterpriseProjectId: readText(locatorValue(more.enterpriseProject)),
		expiredDays: readNumber(more.expiredDays),
		masterAz: readText(locatorValue(more.masterAz)),
		slaveAz: readText(locatorValue(more.slaveAz)),
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
