import type { IDataObject } from 'n8n-workflow';
import { success, type Outcome } from '../../../../shared/errors/failure';
import { readSendingOptions } from '../../../../shared/items/options';
import type { ParameterReader } from '../../../../shared/items/ParameterReader';
import { readNumber } from '../../common/boundedNumber';
import type { RunSettings, StageName } from './migration';

const A_YEAR = 365 * 24 * 60;
const MINUTES = { fallback: 60, least: 0, most: A_YEAR };

/** @returns the settings of a run, which are the same for all items; or the field that stands against it. */
export function readSettings(reader: ParameterReader): Outcome<RunSettings> {
	const options = reader.get<IDataObject>('options', 0, {});
	const stageMinutes = readNumber(options.stageMinutes, {
		name: 'Longest Time for a Stage (Minutes)',
		...MINUTES,
	});
	if (!stageMinutes.ok) return stageMinutes;
	const waitMinutes = readNumber(options.waitMinutes, {
		name: 'Longest Wait (Minutes)',
		...MINUTES,
	});
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
