import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { readSendingOptions, type SendingOptions } from '../shared/items/options';
import { ParameterReader } from '../shared/items/ParameterReader';
import { anyOf, TARGETS, type Target, type TargetName } from '../OtcDrs/resources/common/targets';

/** How a run of the node waits. Times in ms. */
export interface WaitSettings extends SendingOptions {
	isDurable: boolean;
	target: Target;
	/** Infinity for no limit. */
	timeout: number;
	firstInterval: number;
	longestInterval: number;
	releaseTogether: boolean;
}

const SECOND = 1_000;
const UNITS: Record<string, number> = {
	minutes: 60 * SECOND,
	hours: 3_600 * SECOND,
	days: 86_400 * SECOND,
};

/** The pauses between two checks, in seconds: short at first, then longer. */
export const INTERVALS = {
	durable: { first: 60, longest: 600 },
	inMemory: { first: 5, longest: 60 },
} as const;

const positive = (value: unknown, fallback: number): number => {
	const number = Number(value);
	return Number.isFinite(number) && number > 0 ? number : fallback;
};

function readTarget(reader: ParameterReader): Target {
	const name = reader.get<string>('target', 0, 'replicating');
	return name === 'statuses'
		? anyOf(reader.get<string[]>('statuses', 0, []))
		: (TARGETS[name as TargetName] ?? TARGETS.replicating);
}

/** @returns whether the node runs as the tool of an AI agent, which has one output and cannot wait for days. */
export const isTool = (context: IExecuteFunctions): boolean =>
	context.getNode().type.endsWith('Tool');

/** Reads the settings of a run; they are the same for all items. */
export function readSettings(context: IExecuteFunctions): WaitSettings {
	const reader = new ParameterReader(context);
	const options = reader.get<IDataObject>('options', 0, {});
	const isDurable = !isTool(context) && reader.get<string>('mode', 0, 'durable') === 'durable';
	const preset = INTERVALS[isDurable ? 'durable' : 'inMemory'];
	const timeout = Number(reader.get('timeout', 0, 24));
	const firstInterval = positive(options.interval, preset.first) * SECOND;
	return {
		...readSendingOptions(options, 'query'),
		isDurable,
		target: readTarget(reader),
		timeout:
			timeout > 0
				? timeout * (UNITS[reader.get<string>('timeoutUnit', 0, 'hours')] ?? UNITS.hours)
				: Infinity,
		firstInterval,
		longestInterval: Math.max(
			firstInterval,
			positive(options.maxInterval, preset.longest) * SECOND,
		),
		releaseTogether: options.releaseTogether === true,
	};
}

const GROWTH = 1.5;

/**
 * @param turn how many checks were made so far, from 1
 * @param settings first and longest interval in ms
 * @returns the pause before the next check in ms
 */
export const intervalAfter = (
	turn: number,
	{ firstInterval, longestInterval }: Pick<WaitSettings, 'firstInterval' | 'longestInterval'>,
): number => Math.min(longestInterval, Math.round(firstInterval * GROWTH ** (turn - 1)));
