import type { Fields } from '../../../../shared/n8n/parameters/fields';
import type { StageName } from './stageNames';

/** How one database is migrated. */
export interface ItemSettings {
	stopAfter?: StageName;
	acceptAlarms: boolean;
	ifSettingsDiffer: 'report' | 'fail';
	cleanUp: boolean;
	/** How long a stage may take, in minutes. */
	stageMinutes: number;
	waitFor: 'nothing' | 'replicating' | 'fullTransferComplete';
	waitMinutes: number;
}

const DEFAULT_MINUTES = 60;

/** @returns the stage after which an item ends; undefined where the field was not added. An empty field has its default. */
const readStopAfter = (options: Fields): StageName | undefined =>
	options.isAdded('stopAfter') ? (options.option<StageName>('stopAfter') ?? 'precheck') : undefined;

/** @returns how the database of an item is migrated. */
export function readItemSettings(fields: Fields): ItemSettings {
	const options = fields.group('options');
	return {
		stopAfter: readStopAfter(options),
		acceptAlarms: options.flag('acceptAlarms') ?? true,
		ifSettingsDiffer:
			options.option<ItemSettings['ifSettingsDiffer']>('ifSettingsDiffer') ?? 'report',
		cleanUp: options.flag('cleanUp') === true,
		stageMinutes: options.number('stageMinutes') ?? DEFAULT_MINUTES,
		waitFor: options.option<ItemSettings['waitFor']>('waitFor') ?? 'nothing',
		waitMinutes: options.number('waitMinutes') ?? DEFAULT_MINUTES,
	};
}
