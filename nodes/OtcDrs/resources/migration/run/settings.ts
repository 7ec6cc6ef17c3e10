import type { IDataObject } from 'n8n-workflow';
import { success, type Outcome } from '../../../../shared/failures/failure';
import { readSendingOptions } from '../../../../shared/n8n/options';
import type { ParameterReader } from '../../../../shared/n8n/ParameterReader';
import { readMinutes } from '../../../../shared/fields/minutes';
import type { RunSettings, StageName } from './migration';

const DEFAULT_MINUTES = 60;

/** @returns the settings of a run, which are the same for all items; or the field that is wrong. */
export function readSettings(reader: ParameterReader): Outcome<RunSettings> {
	const options = reader.get<IDataObject>('options', 0, {});
	const stageMinutes = readMinutes(
		'Stage Timeout (Minutes)',
		options.stageMinutes ?? DEFAULT_MINUTES,
	);
	if (!stageMinutes.ok) return stageMinutes;
	const waitMinutes = readMinutes('Wait Timeout (Minutes)', options.waitMinutes ?? DEFAULT_MINUTES);
	if (!waitMinutes.ok) return waitMinutes;
	return success({
		...readSendingOptions(options, 'change'),
		stopAfter: options.stopAfter as StageName | undefined,
		acceptAlarms: options.acceptAlarms !== false,
		ifSettingsDiffer: options.ifSettingsDiffer === 'fail' ? 'fail' : 'report',
		cleanUp: options.cleanUp === true,
		stageMinutes: stageMinutes.value,
		waitFor: reader.get<RunSettings['waitFor']>('waitFor', 0, 'nothing'),
		waitMinutes: waitMinutes.value,
	});
}
