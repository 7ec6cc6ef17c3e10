import type { Fields } from '../../../../shared/n8n/parameters/fields';
import { findEngine, type Scenario } from '../../../../shared/drs/scenarios';
import { readEndpoint, type RunCredentials } from '../../../fields/endpoint/read';
import { readEngineType } from '../../../fields/engine';
import { readTags } from '../../../fields/tags';
import type { TaskInput } from './input';

/** @returns the engine of an item, by its name in the API; empty where there is none. */
export function readEngine(fields: Fields): string {
	const chosen = fields.option('engineType') ?? '';
	return chosen === 'other' ? (readEngineType(fields, 'otherEngineType') ?? '') : chosen;
}

/**
 * Reads the task that one item describes.
 *
 * @param fields the fields of the item
 * @param more those that most tasks do not need
 * @param scenario migration, synchronization or disaster recovery
 * @param credentials the credentials of the run
 */
export function readTask(
	fields: Fields,
	more: Fields,
	scenario: Scenario,
	credentials: RunCredentials,
): TaskInput {
	const engineType = readEngine(fields);
	const engine = findEngine(engineType);
	const jobDirection = more.option('jobDirection') ?? 'up';
	const netType = more.option('netType') ?? 'eip';
	const isRecovery = scenario.dbUseType === 'cloudDataGuard';
	const region = more.text('region') ?? credentials.region;
	return {
		name: fields.text('name') ?? '',
		engineType,
		jobDirection,
		netType,
		taskType: more.option('taskType') ?? 'FULL_INCR_TRANS',
		nodeType: more.text('nodeType') ?? 'high',
		subnetId: fields.text('subnet'),
		usesInstanceSubnet: fields.isOmitted('subnet') && jobDirection !== 'non-dbs',
		bindEip: netType === 'eip' ? (more.flag('bindEip') ?? true) : undefined,
		isTargetReadonly:
			more.flag('isTargetReadonly') ?? (isRecovery && jobDirection === 'up' ? true : undefined),
		multiWrite: more.flag('multiWrite') ?? (isRecovery ? false : undefined),
		nodeNum: more.number('nodeNum'),
		description: more.emptiable('description'),
		enterpriseProjectId: more.text('enterpriseProject'),
		expiredDays: more.number('expiredDays'),
		masterAz: more.text('masterAz'),
		slaveAz: more.text('slaveAz'),
		tags: readTags(more),
		source: readEndpoint(
			fields,
			'source',
			{ dbType: engine?.sourceDbType, managed: jobDirection === 'down', region },
			credentials.source,
		),
		target: readEndpoint(
			fields,
			'target',
			{ dbType: engine?.targetDbType, managed: jobDirection === 'up', region },
			credentials.target,
		),
		additionalRequestFields: more.json('additionalRequestFields'),
	};
}
