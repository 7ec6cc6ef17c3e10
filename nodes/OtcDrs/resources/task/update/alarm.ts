import type { IDataObject, INodeProperties } from 'n8n-workflow';
import {
	isWholeBetween,
	fieldProblem,
	type FieldProblem,
} from '../../../../shared/failures/fieldProblems';
import { shown } from '../../../../shared/values/visible';
import { withoutUndefined } from '../../../../shared/values/withoutUndefined';
import type { Fields } from '../../../../shared/n8n/parameters/fields';

const seconds = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 3600 },
	default: 0,
	description,
});

/** The field for the notification of a task; it becomes `alarm_notify`. */
export const ALARM_FIELD: INodeProperties = {
	displayName: 'Notification',
	name: 'alarm',
	type: 'fixedCollection',
	placeholder: 'Add Notification',
	default: {},
	description: 'Recipients of failure and delay alerts',
	options: [
		{
			displayName: 'Settings',
			name: 'settings',
			values: [
				seconds(
					'Delay Threshold (Seconds)',
					'delayTime',
					'Alert when the delay exceeds this. 0 turns it off.',
				),
				{
					displayName: 'E-Mail Addresses',
					name: 'emails',
					type: 'string',
					default: '',
					placeholder: 'e.g. dba@example.com, ops@example.com',
					description: 'Comma-separated list of up to 10 addresses',
				},
				{
					displayName: 'Notify Users',
					name: 'alarmToUser',
					type: 'boolean',
					default: true,
					description: 'Whether to notify the recipients',
				},
				{
					displayName: 'Phone Numbers',
					name: 'phones',
					type: 'string',
					default: '',
					placeholder: 'e.g. +4915112345678',
					description: 'Comma-separated list of up to 10 numbers for text messages',
				},
				seconds(
					'RPO Threshold (Seconds)',
					'rpoDelay',
					'Only for disaster recovery. 0 turns it off.',
				),
				seconds(
					'RTO Threshold (Seconds)',
					'rtoDelay',
					'Only for disaster recovery. 0 turns it off.',
				),
			],
		},
	],
};

const MAX_RECIPIENTS = 10;

/** The service takes thresholds from 1 second; 0 stands for none, and is not sent. */
const threshold = (seconds: number | undefined): number | undefined => seconds || undefined;

/** @returns `alarm_notify` as the request holds it; undefined if the field was not added to the collection. */
export function readAlarm(fields: Fields): IDataObject | undefined {
	const alarm = fields.group('alarm');
	if (!alarm.isAdded('settings')) return undefined;
	const settings = alarm.group('settings');
	const subscriptions = [
		{ protocol: 'email', endpoints: settings.list('emails') ?? [] },
		{ protocol: 'sms', endpoints: settings.list('phones') ?? [] },
	].filter(({ endpoints }) => endpoints.length > 0);
	return withoutUndefined({
		alarm_to_user: settings.flag('alarmToUser'),
		delay_time: threshold(settings.number('delayTime')),
		rpo_delay: threshold(settings.number('rpoDelay')),
		rto_delay: threshold(settings.number('rtoDelay')),
		subscriptions: subscriptions.length > 0 ? subscriptions : undefined,
	}) as IDataObject;
}

/** @returns whether a text has as many digits as a phone number, at most 15 (ITU-T E.164). */
function hasDigitsOfPhone(text: string): boolean {
	const { length } = text.replace(/\D/g, '');
	return length >= 3 && length <= 15;
}

/** The recipients of a notification by protocol: their field, and what each of them looks like. */
const RECIPIENTS: Readonly<
	Record<string, { field: string; one: string; isOne: (text: string) => boolean; remedy: string }>
> = {
	email: {
		field: 'E-Mail Addresses',
		one: 'an email address',
		isOne: (text) => /^[^\s@<>":]+@[^\s@<>"':]+$/.test(text),
		remedy: 'Enter addresses such as dba@example.com, with commas between them.',
	},
	sms: {
		field: 'Phone Numbers',
		one: 'a phone number',
		isOne: (text) => /^\+?[\d\s()./-]+$/.test(text) && hasDigitsOfPhone(text),
		remedy: 'Enter numbers such as +491701234567, with commas between them.',
	},
};

const checkRecipients = (protocol: string, endpoints: readonly string[]): FieldProblem[] => {
	const { field, one, isOne, remedy } = RECIPIENTS[protocol];
	return endpoints
		.filter((endpoint) => !isOne(endpoint))
		.map((endpoint) =>
			fieldProblem(`Notification → ${field}`, `${shown(endpoint)} is not ${one}`, remedy),
		);
};

/** @returns what is wrong with a notification: thresholds up to an hour, at most ten recipients each. */
export function checkAlarm(alarm: IDataObject | undefined): FieldProblem[] {
	if (alarm === undefined) return [];
	const thresholds = [alarm.delay_time, alarm.rpo_delay, alarm.rto_delay].filter(
		(value) => value !== undefined,
	);
	const lists = (alarm.subscriptions ?? []) as Array<{ protocol: string; endpoints: string[] }>;
	return [
		...lists.flatMap(({ protocol, endpoints }) => checkRecipients(protocol, endpoints)),
		...(thresholds.every((value) => isWholeBetween(Number(value), 0, 3600))
			? []
			: [
					fieldProblem(
						'Notification',
						'has an invalid threshold',
						'Enter whole seconds from 0 to 3600.',
					),
				]),
		...(lists.every(({ endpoints }) => endpoints.length <= MAX_RECIPIENTS)
			? []
			: [
					fieldProblem(
						'Notification',
						'has too many recipients',
						`Keep at most ${MAX_RECIPIENTS} addresses and ${MAX_RECIPIENTS} numbers.`,
					),
				]),
	];
}
