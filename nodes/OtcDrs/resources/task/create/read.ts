import type { Fields } from '../../../../shared/n8n/parameters/fields';
import { findEngine, type Scenario } from '../../../../shared/drs/scenarios';
import { readEndpoint, type RunCredentials } from '../../../fields/endpoint/read';
import { readTags } from '../../../fields/tags';
import type { TaskInput } from './input';

/**
 * Reads the task that one item describes.
 *
 * @param fields the fields of the item
 * @param scenario migration, synchronization or disaster recovery
 * @param credentials the credentials of the run
 */
export function readTask(
	fields: Fields,
	scenario: Scenario,
	credentials: RunCredentials,
): TaskInput {
	const chosen = fields.option('engineType') ?? '';
	const engineType = chosen === 'other' ? (fields.text('otherEngineType') ?? '') : chosen;
	const engine = findEngine(engineType);
	const jobDirection = fields.option('jobDirection') ?? 'up';
	const netType = fields.option('netType') ?? 'eip';
	const more = fields.group('additionalFields');
	const isRecovery = scenario.dbUseType === 'cloudDataGuard';
	const region = fields.text('region') ?? credentials.region;
	return {
		name: fields.text('name') ?? '',
		engineType,
		jobDirection,
		netType,
		taskType: fields.option('taskType') ?? 'FULL_INCR_TRANS',
		nodeType: more.text('nodeType') ?? 'high',
		subnetId: fields.text('subnet'),
		bindEip: netType === 'eip' ? fields.flag('bindEip') : undefined,
		isTargetReadonly:
			isRecovery && jobDirection === 'up'
				? fields.flag('isTargetReadonly')
				: more.flag('isTargetReadonly'),
		multiWrite: isRecovery ? fields.flag('multiWrite') : more.flag('multiWrite'),
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
