import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { byName, showFor, showWhen } from '../../../../shared/n8n/fields';
import { optionsCollection, sendingFields } from '../../../../shared/n8n/options';
import { MAX_MINUTES } from '../../../../shared/fields/minutes';
import { SCENARIO_CHOICES } from '../../../../shared/fields/selectOptions';
import { endpointFields } from '../../../fields/endpoint/fields';
import { moreFields } from '../../task/create/fields/additional';
import { generalFields } from '../../task/create/fields/general';
import { ENGINES, MIGRATION } from '../../../../shared/drs/scenarios';
import { start } from '../../task/start';
import { STAGE_LABELS } from './stageNames';
import { RUN_ENDPOINT_FIELDS } from './mongo';
import { ALIGN_PARAMETERS, CONFIGURATIONS } from './plan';

const CONFIGURE: INodeProperties = {
	displayName: 'Configure',
	name: 'configure',
	type: 'multiOptions',
	options: [
		...Object.values(CONFIGURATIONS).map(({ option }): INodePropertyOptions => option),
		{
			name: 'Align Parameters',
			value: ALIGN_PARAMETERS,
			description: 'Set database parameters of the target to the values of the source',
		},
	].sort(byName),
	default: [],
	description:
		'Optional settings applied before the pre-check. By default everything is migrated unchanged.',
};

const stage = (name: keyof typeof STAGE_LABELS, description: string): INodePropertyOptions => ({
	name: STAGE_LABELS[name],
	value: name,
	description,
});

const WAIT_FOR: INodeProperties = {
	displayName: 'Wait For',
	name: 'waitFor',
	type: 'options',
	options: [
		{
			name: 'Nothing',
			value: 'nothing',
			description: 'End the run when the tasks are started',
		},
		{
			name: 'Full Transfer',
			value: 'fullTransferComplete',
			description: 'The initial data load has finished',
		},
		{
			name: 'Replication',
			value: 'replicating',
			description: 'Changes are replicated. For full tasks: until the transfer is complete.',
		},
	],
	default: 'nothing',
	description: 'What to wait for after the start',
};

const OPTIONS: INodeProperties[] = [
	WAIT_FOR,
	{
		displayName: 'Wait Timeout (Minutes)',
		name: 'waitMinutes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MAX_MINUTES },
		default: 60,
		description: 'Time limit for "Wait For"',
	},
	...start.fields,
	{
		displayName: 'Stop After',
		name: 'stopAfter',
		type: 'options',
		options: [
			stage('configuration', 'Tasks are configured and ready for the pre-check'),
			stage('connectionTest', 'Both databases are reachable'),
			stage('create', 'Tasks are created'),
			stage('precheck', 'Tasks are ready to start'),
		],
		default: 'precheck',
		description:
			'Stage to stop after, for instance for an approval. Another run continues from there.',
	},
	{
		displayName: 'Accept Pre-Check Alarms',
		name: 'acceptAlarms',
		type: 'boolean',
		default: true,
		description:
			'Whether to start tasks whose pre-check has alarms but no failed items. The output lists the alarms.',
	},
	{
		displayName: 'Only as Planned',
		name: 'planId',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.plan_id }}',
		description:
			'The plan_id that Migration → Plan gave for this item. An item whose settings or whose task have changed since then is refused, and so is an empty value. A plan_id is for one run: after an interruption, plan again, and do not combine it with Retry On Fail.',
	},
	{
		displayName: 'If Settings Differ',
		name: 'ifSettingsDiffer',
		type: 'options',
		options: [
			{
				name: 'Fail',
				value: 'fail',
				description: 'Fail the item and list the settings that differ',
			},
			{
				name: 'Continue and Report',
				value: 'report',
				description: 'Continue and list the settings that differ in the output',
			},
		],
		default: 'report',
		description: 'What to do if the task already exists with different settings',
	},
	{
		displayName: 'Stage Timeout (Minutes)',
		name: 'stageMinutes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MAX_MINUTES },
		default: 60,
		description:
			'Time limit for the creation and for the pre-check. A later run continues from there.',
	},
	{
		displayName: 'Clean Up Failed Tasks',
		name: 'cleanUp',
		type: 'boolean',
		default: false,
		description:
			'Whether to delete tasks whose creation failed, so that the next run creates them again',
	},
];

/** The scenario that is not the usual one of the engine. */
const SCENARIO: INodeProperties = {
	displayName: 'Scenario',
	name: 'dbUseType',
	type: 'options',
	options: SCENARIO_CHOICES,
	default: 'migration',
	description:
		'Scenario of the task. By default the first one that offers the engine: migration, synchronization, or disaster recovery.',
};

const FIELDS: INodeProperties[] = [
	...generalFields(ENGINES, 'options'),
	endpointFields('source', { more: RUN_ENDPOINT_FIELDS.source, login: 'required' }),
	endpointFields('target', { more: RUN_ENDPOINT_FIELDS.target, login: 'required' }),
	CONFIGURE,
	...Object.entries(CONFIGURATIONS).flatMap(([name, { fields }]) =>
		showWhen({ configure: [name] }, fields),
	),
];

/**
 * @param operation its value
 * @param more options that only this operation has
 * @returns the fields of an operation that takes what Migration → Run takes
 */
export const runFields = (operation: string, more: INodeProperties[] = []): INodeProperties[] =>
	showFor({ resource: 'migration', operations: [operation] }, [
		...FIELDS,
		optionsCollection([
			...OPTIONS,
			SCENARIO,
			...moreFields(MIGRATION.netTypes),
			...more,
			...sendingFields('change'),
		]),
	]);
