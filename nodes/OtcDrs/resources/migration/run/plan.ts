import type { IDataObject } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../../../shared/failures/failure';
import type { Fields } from '../../../../shared/n8n/parameters/fields';
import type { ChangeOperation, ItemSource } from '../../../operations/change';
import { toFailure } from '../../../../shared/failures/fieldProblems';
import { selectObjects } from '../../configuration/selectObjects';
import { setDataProcessing } from '../../configuration/setDataProcessing';
import { setDefiner } from '../../configuration/setDefiner';
import { setFlowControl } from '../../configuration/setFlowControl';
import { setSyncPolicy } from '../../configuration/setSyncPolicy';
import { checkConnectionTest } from '../../../../shared/drs/constraints/connectionTest';
import { checkLogin } from '../../connection/testedDatabase/check';
import { buildModification } from './modification';
import { buildConnectionTests, isCluster, readMongo, type ConnectionTests } from './mongo';
import { prepareTask } from '../../task/create/prepare';
import type { Scenario } from '../../../../shared/drs/scenarios';
import type { CreateEntry } from '../../../../shared/drs/createTasks';
import { readStart } from '../../task/start';
import { readItemSettings, type ItemSettings } from './settings';

/** The optional settings of a task, by the value of the field "Configure". */
export const CONFIGURATIONS: Record<string, ChangeOperation> = {
	selectObjects,
	setSyncPolicy,
	setFlowControl,
	setDefiner,
	setDataProcessing,
};

/** The choice of "Configure" that sets database parameters of the target to the values of the source. */
export const ALIGN_PARAMETERS = 'alignParameters';

/** A setting of a task: its name in `CONFIGURATIONS`, and its entry without the task's ID. */
export interface PlannedChange {
	name: string;
	body: IDataObject;
}

/** All that is to be done for one database, in the bodies of the requests; plain JSON. */
export interface Plan {
	settings: ItemSettings;
	task: CreateEntry;
	/** Whether the connections are tested as those of a cluster. */
	isCluster: boolean;
	connectionTests: ConnectionTests;
	modification: IDataObject;
	configurations: PlannedChange[];
	alignParameters: boolean;
	startBody: IDataObject;
	/** Whether people have agreed to it: then a task that somebody else creates meanwhile is not taken over. */
	isBound?: boolean;
}

/**
 * Reads what is to be done for the database of one item.
 *
 * @param fields the fields of the item
 * @param scenario migration, synchronization or disaster recovery
 * @param itemSource the credentials of the run, and the present
 * @returns the plan, or the fields that are wrong
 */
export function readPlan(
	fields: Fields,
	scenario: Scenario,
	itemSource: ItemSource,
): Outcome<Plan> {
	const prepared = prepareTask(fields, scenario, 'batch', itemSource.credentials);
	if (!prepared.ok) return prepared;
	const task = prepared.value;
	const { source_endpoint: source, target_endpoint: target } = task.body;
	const problems = [...checkLogin(source, 'Source'), ...checkLogin(target, 'Target')];
	if (problems.length > 0) {
		return failed({ ...toFailure(problems), jobName: task.body.name });
	}
	const chosen = fields.list('configure') ?? [];
	const configurations: PlannedChange[] = [];
	for (const [name, { change, readBody }] of Object.entries(CONFIGURATIONS)) {
		if (!chosen.includes(name)) continue;
		const body = readBody(fields, itemSource);
		if (!body.ok) return failed({ ...body.failure, jobName: task.body.name });
		const faults = change.check?.(body.value) ?? [];
		if (faults.length > 0) return failed({ ...toFailure(faults), jobName: task.body.name });
		configurations.push({ name, body: body.value });
	}
	const startBody = readStart(fields, itemSource.now, 'now');
	if (!startBody.ok) return startBody;
	const mongo = readMongo(fields, task.body);
	const connectionTests = buildConnectionTests(task.body, mongo);
	const faults = isCluster(task.body, mongo)
		? []
		: Object.values(connectionTests).flatMap(checkConnectionTest);
	if (faults.length > 0) return failed({ ...toFailure(faults), jobName: task.body.name });
	const definer = configurations.find(({ name }) => name === 'setDefiner')?.body.replace_definer;
	return success({
		settings: readItemSettings(fields),
		task,
		isCluster: isCluster(task.body, mongo),
		connectionTests,
		modification: buildModification(task.body, mongo, definer !== false),
		configurations,
		alignParameters: chosen.includes(ALIGN_PARAMETERS),
		startBody: startBody.value,
	});
}
