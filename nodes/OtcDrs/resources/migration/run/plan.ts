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
import { checkSubnet, withSubnet, type Placement } from '../../../../shared/drs/placement';
import { checkAddress, checkLogin, withAddress } from './address';
import { buildModification } from './modification';
import {
	buildConnectionTests,
	isCluster,
	readMongo,
	type ConnectionTests,
	type MongoInput,
} from './mongo';
import { prepareTask, type TaskForm } from '../../task/create/prepare';
import type { Scenario } from '../../../../shared/drs/scenarios';
import type { CreateEntry } from '../../../../shared/drs/createEntry';
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

/** How a run sends its creations, and where its form has the fields that most tasks do not need. */
const RUN_FORM: TaskForm = { requestFormat: 'batch', collection: 'options' };

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

/** What an item says of its database, before its instance has been looked up. */
export interface PlanDraft {
	settings: ItemSettings;
	task: CreateEntry;
	mongo: MongoInput;
	configurations: PlannedChange[];
	alignParameters: boolean;
	startBody: IDataObject;
}

/**
 * Reads what is to be done for the database of one item.
 *
 * @param fields the fields of the item
 * @param scenario migration, synchronization or disaster recovery
 * @param itemSource the credentials of the run, and the present
 * @returns all that the item says, or the fields that are wrong
 */
export function readDraft(
	fields: Fields,
	scenario: Scenario,
	itemSource: ItemSource,
): Outcome<PlanDraft> {
	const prepared = prepareTask(fields, scenario, RUN_FORM, itemSource.credentials);
	if (!prepared.ok) return prepared;
	const task = prepared.value;
	const jobName = task.body.name;
	const problems = [...checkLogin(task.body, 'source'), ...checkLogin(task.body, 'target')];
	if (problems.length > 0) return failed({ ...toFailure(problems), jobName });
	const chosen = fields.list('configure') ?? [];
	const configurations: PlannedChange[] = [];
	for (const [name, { change, readBody }] of Object.entries(CONFIGURATIONS)) {
		if (!chosen.includes(name)) continue;
		const body = readBody(fields, itemSource);
		if (!body.ok) return failed({ ...body.failure, jobName });
		const faults = change.check?.(body.value) ?? [];
		if (faults.length > 0) return failed({ ...toFailure(faults), jobName });
		configurations.push({ name, body: body.value });
	}
	const startBody = readStart(fields.group('options'), itemSource.now, 'now');
	if (!startBody.ok) return startBody;
	return success({
		settings: readItemSettings(fields),
		task,
		mongo: readMongo(fields, task.body),
		configurations,
		alignParameters: chosen.includes(ALIGN_PARAMETERS),
		startBody: startBody.value,
	});
}

/**
 * @param draft what an item says of its database
 * @param placement its instance and subnet
 * @returns the plan, with the address and the subnet of the instance where the item names none; or what does not fit
 */
export function completePlan(draft: PlanDraft, placement: Placement): Outcome<Plan> {
	const { mongo, configurations, ...rest } = draft;
	const body = withSubnet(withAddress(draft.task.body, placement), placement);
	const jobName = body.name;
	const problems = [
		...placement.problems,
		...checkAddress(body, placement),
		...checkSubnet(body, placement),
	];
	if (problems.length > 0) return failed({ ...toFailure(problems), jobName });
	const connectionTests = buildConnectionTests(body, mongo);
	const faults = isCluster(body, mongo)
		? []
		: Object.values(connectionTests).flatMap(checkConnectionTest);
	if (faults.length > 0) return failed({ ...toFailure(faults), jobName });
	const definer = configurations.find(({ name }) => name === 'setDefiner')?.body.replace_definer;
	return success({
		...rest,
		task: { ...draft.task, body },
		isCluster: isCluster(body, mongo),
		connectionTests,
		modification: buildModification(body, mongo, definer !== false),
		configurations,
	});
}
