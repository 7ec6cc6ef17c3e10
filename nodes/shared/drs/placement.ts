import type { ApiClient } from '../client/client';
import { fieldProblem, type FieldProblem } from '../failures/fieldProblems';
import type { Failure } from '../failures/failure';
import { readText } from '../values/read';
import { withoutUndefined } from '../values/withoutUndefined';
import { isInstanceType, productOf } from './dbInstances';
import { findInstances, type FoundInstance } from './findInstances';
import { SUBNETS } from './network';
import type { DbType } from './scenarios';
import { wholeList } from './serviceList';
import { engineName, settingName } from './settingNames';
import type { TaskBody } from './taskBody';

/** Where a task is placed: its managed instance, as far as it can be looked up, and what does not fit. */
export interface Placement {
	instance?: FoundInstance;
	/** Why the instance could not be looked up. */
	unread?: Failure;
	problems: FieldProblem[];
}

/** @returns the side of a task that is a managed instance; none between self-built databases */
export const managedSide = ({
	job_direction: direction,
}: TaskBody): 'source' | 'target' | undefined =>
	direction === 'up' ? 'target' : direction === 'down' ? 'source' : undefined;

/** The instance that a task names, where the lists of the credential's project can have it. */
interface Named {
	dbType: DbType;
	id: string;
}

function namedInstance(body: TaskBody, region: string): Named | undefined {
	const side = managedSide(body);
	if (side === undefined) return undefined;
	const {
		db_type: dbType,
		inst_id: id,
		region: own,
		project_id: project,
	} = body[`${side}_endpoint`];
	if (id === undefined || dbType === undefined || project !== undefined) return undefined;
	if (!isInstanceType(dbType)) return undefined;
	return own === undefined || own === region ? { dbType, id } : undefined;
}

/** @returns the VPCs of subnets, by the ID of the subnet; of none if they cannot be listed */
async function vpcsOf(client: ApiClient, ids: ReadonlySet<string>): Promise<Map<string, string>> {
	if (ids.size === 0) return new Map();
	const subnets = await wholeList(client, SUBNETS, {
		keep: ({ id }) => ids.has(readText(id) ?? ''),
		most: ids.size,
	});
	if (!subnets.ok) return new Map();
	return new Map(
		subnets.value.flatMap(({ id, vpc_id: vpc }): Array<[string, string]> => {
			const known = readText(vpc);
			return known === undefined ? [] : [[readText(id) ?? '', known]];
		}),
	);
}

/** @returns what does not fit between a task, its instance and its subnet */
function problemsOf(
	body: TaskBody,
	{ dbType }: Named,
	{ name, id, engineText, fits, vpc_id: vpcId }: FoundInstance,
	subnetVpc: string | undefined,
): FieldProblem[] {
	const { engine_type: engine, customize_sutnet_id: subnet } = body;
	const instance = `"${name || id}"`;
	return [
		...(fits
			? []
			: [
					fieldProblem(
						settingName(`${managedSide(body)}_endpoint.inst_id`),
						`${instance} is ${engineText}, which does not fit the engine ${engineName(engine)}`,
						`Choose an instance of ${productOf(dbType)}, or another engine.`,
					),
				]),
		...(subnetVpc === undefined || vpcId === undefined || subnetVpc === vpcId
			? []
			: [
					fieldProblem(
						'Replication Subnet',
						`${subnet} is in VPC ${subnetVpc}, but ${instance} is in VPC ${vpcId}`,
						'Choose a subnet in the VPC of the DB instance.',
					),
				]),
	];
}

/**
 * Looks up the managed instances and the subnets of tasks, each once, before they are created: a task with the wrong ones is
 * created and billed, and fails later. What cannot be looked up counts as fitting.
 *
 * @param client the client of the run
 * @param bodies the tasks
 * @param region the region of the credential
 * @returns the placement of each task, in their order
 */
export async function findPlacements(
	client: ApiClient,
	bodies: readonly TaskBody[],
	region: string,
): Promise<Placement[]> {
	const named = bodies.map((body) => namedInstance(body, region));
	const idsOf = new Map<DbType, Set<string>>();
	for (const { dbType, id } of named.flatMap((one) => one ?? [])) {
		idsOf.set(dbType, (idsOf.get(dbType) ?? new Set()).add(id));
	}
	const found = new Map<string, FoundInstance>();
	const unread = new Map<DbType, Failure>();
	for (const [dbType, ids] of idsOf) {
		const list = await findInstances(client, dbType, ids);
		if (list.ok) for (const [id, instance] of list.value) found.set(`${dbType} ${id}`, instance);
		else unread.set(dbType, list.failure);
	}
	const instances = named.map((one) => one && found.get(`${one.dbType} ${one.id}`));
	const subnets = bodies.flatMap(({ customize_sutnet_id: id }, index) =>
		instances[index]?.vpc_id === undefined || id === undefined ? [] : [id],
	);
	const vpcs = await vpcsOf(client, new Set(subnets));
	return bodies.map((body, index) => {
		const one = named[index];
		const instance = instances[index];
		if (one === undefined) return { problems: [] };
		if (instance === undefined) return { problems: [], unread: unread.get(one.dbType) };
		const vpc = vpcs.get(body.customize_sutnet_id);
		return { instance, problems: problemsOf(body, one, instance, vpc) };
	});
}

/** @returns why something of the managed instance of a task is not known */
export const whyUnknown = ({ unread }: Placement, what: string): string =>
	unread
		? `${unread.message}. ${unread.description ?? ''}`.trim()
		: `The project and region of the credential have no instance with this ID, or its list has no ${what}.`;

/** @returns the task in the subnet of its instance, where no subnet was chosen: the default of the user guide (drs_02_0002) */
export const withSubnet = (body: TaskBody, { instance }: Placement): TaskBody =>
	withoutUndefined<TaskBody>({
		...body,
		customize_sutnet_id: body.customize_sutnet_id ?? (instance?.subnet_id as string),
	});

/** @returns that a task has no subnet, neither a chosen one nor that of its instance, and why */
export function checkSubnet(body: TaskBody, placement: Placement): FieldProblem[] {
	if (body.customize_sutnet_id !== undefined) return [];
	const side = managedSide(body) ?? 'target';
	const id = body[`${side}_endpoint`].inst_id;
	return [
		fieldProblem(
			'Replication Subnet',
			`is empty, and the subnet of the DB instance ${id} is not known`,
			`Choose the subnet for the replication instance. ${whyUnknown(placement, 'subnet')}`,
		),
	];
}
