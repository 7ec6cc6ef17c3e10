import { failed, success, type Outcome } from '../../../../shared/failures/failure';
import { sendingOptionsOf } from '../../../../shared/n8n/options';
import type { Reader } from '../../../../shared/n8n/parameters/reader';
import type { RunSettings, StageName } from './migration';

const DEFAULT_MINUTES = 60;

const OPTIONS = [
	'acceptAlarms',
	'cleanUp',
	'ifSettingsDiffer',
	'stageMinutes',
	'waitFor',
	'waitMinutes',
];

/** @returns the stage after which an item ends; undefined where the field was not added. An empty field has its default. */
const readStopAfter = (reader: Reader, item: number): Outcome<StageName | undefined> =>
	reader.gather(item, (fields) => {
		const options = fields.group('options');
		return options.isAdded('stopAfter')
			? (options.option<StageName>('stopAfter') ?? 'precheck')
			: undefined;
	});

/** The collection may be there for some items only, therefore the stage is read item by item. An item with a bad option fails later, by itself. */
function readSameStopAfter(reader: Reader): Outcome<StageName | undefined> {
	let first: { item: number; stage: StageName | undefined } | undefined;
	for (let item = 0; item < reader.itemCount; item++) {
		const read = readStopAfter(reader, item);
		if (!read.ok) continue;
		const stage = read.value;
		first ??= { item, stage };
		if (stage !== first.stage) {
			return failed({
				message: `Options → Stop After: differs between the items: "${first.stage ?? 'nothing'}" for item ${first.item}, "${stage ?? 'nothing'}" for item ${item}`,
				description:
					'This setting applies to the whole run. Use the same value for all items, or run the node once per value.',
			});
		}
	}
	return success(first?.stage);
}

/** @returns the settings of a run, which are the same for all items; or the field that is wrong. */
export function readSettings(reader: Reader): Outcome<RunSettings> {
	const sending = sendingOptionsOf(reader, 'change');
	if (!sending.ok) return sending;
	const stopAfter = readSameStopAfter(reader);
	if (!stopAfter.ok) return stopAfter;
	const read = reader.same(OPTIONS.map((name) => `options.${name}`));
	if (!read.ok) return read;
	const settings = read.value;
	return success({
		...sending.value,
		stopAfter: stopAfter.value,
		acceptAlarms: settings.flag('options.acceptAlarms') === true,
		ifSettingsDiffer:
			settings.option<RunSettings['ifSettingsDiffer']>('options.ifSettingsDiffer') ?? 'report',
		cleanUp: settings.flag('options.cleanUp') === true,
		stageMinutes: settings.number('options.stageMinutes') ?? DEFAULT_MINUTES,
		waitFor: settings.option<RunSettings['waitFor']>('options.waitFor') ?? 'nothing',
		waitMinutes: settings.number('options.waitMinutes') ?? DEFAULT_MINUTES,
	});
}
