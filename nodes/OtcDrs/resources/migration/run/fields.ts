import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { byName, showFor, showWhen } from '../../../../shared/n8n/fields';
import { optionsCollection, sendingFields } from '../../../../shared/n8n/options';
import { SCENARIO_CHOICES } from '../../../../shared/fields/selectOptions';
import { endpointFields } from '../../../fields/endpoint/fields';
import { additionalFields } from '../../task/create/fields/additional';
import { generalFields } from '../../task/create/fields/general';
import { SCENARIOS } from '../../../../shared/drs/scenarios';
import { start } from '../../task/start';
import { STAGE_LABELS } from './migration';
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
	description: 'Settings to make before the pre-check; without any, everything is moved as it is',
};

const stage = (name: keyof typeof STAGE_LABELS, description: string): INodePropertyOptions => ({
	name: STAGE_LABELS[name],
	value: name,
	description,
});

const OPTIONS: INodeProperties[] = [
	{
		displayName: 'Accept Pre-Check Alarms',
		name: 'acceptAlarms',
		type: 'boolean',
		default: true,
		description:
			'Whether to start tasks whose pre-check has alarms but no failed item, as the service allows. The output lists the alarms.',
	},
	{
		displayName: 'Clean Up Failed Tasks',
		name: 'cleanUp',
		type: 'boolean',
		default: false,
		description:
			'Whether to delete tasks whose creation failed, so that the next run creates them anew',
	},
	{
		displayName: 'If Settings Differ',
		name: 'ifSettingsDiffer',
		type: 'options',
		options: [
			{
				name: 'Fail',
				value: 'fail',
				description: 'The item fails, with the settings that differ',
			},
			{
				name: 'Report and Go On',
				value: 'report',
				description: 'The output lists the settings that differ',
			},
		],
		default: 'report',
		description:
			'What to do when the task exists already with other settings than the item asks for',
	},
	{
		displayName: 'Longest Time for a Stage (Minutes)',
		name: 'stageMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60,
		description:
			'How long the creation and the pre-check may take. A later run goes on from there.',
	},
	{
		displayName: 'Longest Wait (Minutes)',
		name: 'waitMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60,
		description: 'How long "Wait For" waits, at most',
	},
	{
		displayName: 'Only as Planned',
		name: 'planId',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.plan_id }}',
		description:
			'The plan_id that Migration → Plan gave for this item. An item whose settings or whose task have changed since then is not run. Empty is refused.',
	},
	{
		displayName: 'Stop After',
		name: 'stopAfter',
		type: 'options',
		options: [
			stage('configuration', 'Everything is set, the pre-check is still to be run'),
			stage('connectionTest', 'Both databases can be reached'),
			stage('create', 'The tasks are there and can be configured'),
			stage('precheck', 'All that is left to do is to start'),
		],
		default: 'precheck',
		description:
			'The stage after which the run stops, for instance for an approval; another run goes on from there',
	},
	...sendingFields('change'),
];

const FIELDS: INodeProperties[] = [
	{
		displayName: 'Scenario',
		name: 'dbUseType',
		type: 'options',
		noDataExpression: true,
		options: SCENARIO_CHOICES,
		default: 'migration',
		description: 'What kind of tasks to run',
	},
	...SCENARIOS.flatMap((scenario) =>
		showWhen({ dbUseType: [scenario.dbUseType] }, generalFields(scenario)),
	),
	...endpointFields('source'),
	...endpointFields('target'),
	CONFIGURE,
	...Object.entries(CONFIGURATIONS).flatMap(([name, { fields }]) =>
		showWhen({ configure: [name] }, fields),
	),
	...start.fields,
	{
		displayName: 'Wait For',
		name: 'waitFor',
		type: 'options',
		options: [
			{
				name: 'Nothing',
				value: 'nothing',
				description: 'The run ends when the tasks are started',
			},
			{
				name: 'Full Transfer',
				value: 'fullTransferComplete',
				description: 'All data that was there at the start is in the target',
			},
			{
				name: 'Replication',
				value: 'replicating',
				description: 'Changes are replicated; a full transfer only is awaited to its end',
			},
		],
		default: 'nothing',
		description: 'What to wait for after the start',
	},
	...SCENARIOS.flatMap((scenario) =>
		showWhen({ dbUseType: [scenario.dbUseType] }, [additionalFields(scenario)]),
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
		optionsCollection([...OPTIONS, ...more]),
	]);
