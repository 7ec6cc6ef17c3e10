import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { text } from '../OtcDrs/resources/common/values';
import type { CredentialSnapshot } from '../shared/transport/send';
import type { EventName } from './events';

/** What the trigger looks for. */
export interface TriggerSettings {
	events: EventName[];
	/** Seconds. */
	threshold: number;
	scenario: string;
	engine?: string;
	name?: string;
	/** Only events of tasks that are in one of these statuses now; all when empty. */
	statuses: string[];
}

/** Reads the settings of the trigger. */
export function readSettings(context: IPollFunctions): TriggerSettings {
	const filters = context.getNodeParameter('filters', {}) as IDataObject;
	return {
		events: context.getNodeParameter('events', []) as EventName[],
		threshold: Number(context.getNodeParameter('delayThreshold', 60)),
		scenario: text(filters.dbUseType) ?? 'all',
		engine: text(filters.engineType),
		name: text(filters.name),
		statuses: (filters.statuses ?? []) as string[],
	};
}

/** @returns a text that differs when another set of tasks is looked at: by filter, by project, by account. */
export function fingerprintOf(
	{ scenario, engine, name }: TriggerSettings,
	{ data }: CredentialSnapshot,
): string {
	const { region, customRegion, projectName, projectId, domainName, accessKeyId } = data;
	return JSON.stringify([
		[scenario, engine, name],
		[region, customRegion, projectName, projectId, domainName, accessKeyId],
	]);
}
