import { checkEndpoint } from '../../../fields/endpoint/check';
import {
	isWholeBetween,
	fieldProblem,
	type FieldProblem,
} from '../../../../shared/failures/fieldProblems';
import { checkDescription, checkName, checkTags } from '../checkLabels';
import type { TaskInput } from './input';
import type { Scenario } from '../../../../shared/drs/scenarios';

function checkCloudInstance(input: TaskInput): FieldProblem[] {
	if (input.jobDirection === 'up' && input.target.instId === undefined) {
		return [
			fieldProblem(
				'Target DB Instance',
				'is empty',
				'Choose the DB instance to migrate to. For a self-built database, set "Direction" to "Self-Built to Self-Built".',
			),
		];
	}
	if (input.jobDirection === 'down' && input.source.instId === undefined) {
		return [
			fieldProblem(
				'Source Database → DB Instance',
				'is empty',
				'Add this field, and choose the DB instance to migrate from. For a self-built database, set "Direction" to "Self-Built to Self-Built".',
			),
		];
	}
	return [];
}

function checkNetwork(input: TaskInput, scenario: Scenario): FieldProblem[] {
	const problems: FieldProblem[] = [];
	if (input.netType === 'eip' && input.bindEip !== true) {
		problems.push(
			fieldProblem(
				'Bind EIP',
				'is off',
				'A public network requires an elastic IP. Turn on "Bind EIP", or choose another network type.',
			),
		);
	}
	if (scenario.dbUseType === 'cloudDataGuard' && input.netType === 'vpc') {
		problems.push(
			fieldProblem(
				'Network Type',
				'"vpc" is not offered for disaster recovery',
				'Choose "Public Network (EIP)" or "VPN or Direct Connect".',
			),
		);
	}
	return problems;
}

function checkRecovery(input: TaskInput, scenario: Scenario): FieldProblem[] {
	if (scenario.dbUseType !== 'cloudDataGuard') return [];
	return input.multiWrite !== true && input.taskType !== 'FULL_INCR_TRANS'
		? [
				fieldProblem(
					'Task Mode',
					`"${input.taskType}" is not offered for single-active disaster recovery`,
					'Choose "Full + Incremental", or turn on "Dual-Active".',
				),
			]
		: [];
}

function checkNumbers(input: TaskInput): FieldProblem[] {
	const problems: FieldProblem[] = [];
	const { expiredDays, nodeNum } = input;
	if (expiredDays !== undefined && !isWholeBetween(expiredDays, 14, 100)) {
		problems.push(
			fieldProblem(
				'Auto-Stop Failed Task After (Days)',
				`${expiredDays} days is not possible`,
				'Enter a whole number of days from 14 to 100.',
			),
		);
	}
	if (nodeNum !== undefined && !isWholeBetween(nodeNum, 1, 32)) {
		problems.push(
			fieldProblem(
				'Number of Nodes',
				`${nodeNum} is not possible`,
				'Enter a whole number from 1 to 32.',
			),
		);
	}
	return problems;
}

function checkZones({ masterAz, slaveAz }: TaskInput): FieldProblem[] {
	if ((masterAz === undefined) === (slaveAz === undefined)) return [];
	const empty = masterAz === undefined ? 'Primary Zone' : 'Standby Zone';
	const remedy = 'Fill in both the primary and the standby zone, or neither.';
	return [fieldProblem(empty, 'is empty', remedy)];
}

/**
 * Checks what the reference of the batch creation (drs_03_0104) demands of a task, so that the user hears of it before
 * anything is sent, with the name of the field.
 *
 * @param input the task as the user described it
 * @param scenario migration, synchronization or disaster recovery
 * @param options whether a subnet is demanded, chosen or that of the instance: the flat form of the guide works without one
 * @returns all problems, none for a task that may be sent
 */
export function checkTask(
	input: TaskInput,
	scenario: Scenario,
	options: { subnetRequired: boolean },
): FieldProblem[] {
	const subnet =
		options.subnetRequired && input.subnetId === undefined && !input.usesInstanceSubnet
			? [
					fieldProblem(
						'Replication Subnet',
						'is empty',
						'Choose the subnet for the replication instance.',
					),
				]
			: [];
	const engine =
		input.engineType === ''
			? [fieldProblem('Engine', 'is empty', 'Choose an engine or enter its name.')]
			: [];
	return [
		...checkName(input.name),
		...engine,
		...subnet,
		...checkCloudInstance(input),
		...checkNetwork(input, scenario),
		...checkRecovery(input, scenario),
		...checkNumbers(input),
		...checkDescription(input.description),
		...checkZones(input),
		...checkTags(input.tags ?? []),
		...checkEndpoint(input.source, 'Source'),
		...checkEndpoint(input.target, 'Target'),
	];
}
