import { withoutUndefined } from '../../../../shared/values/withoutUndefined';
import { managedSide, whyUnknown, type Placement } from '../../../../shared/drs/placement';
import type { TaskBody } from '../../../../shared/drs/taskBody';
import type { FieldProblem } from '../../../../shared/failures/fieldProblems';
import type { Side } from '../../../fields/endpoint/input';
import { checkDatabase } from '../../connection/testedDatabase/check';

const LABELS = { source: 'Source', target: 'Target' } as const;

/** @returns whether the address of a side is left to its instance */
const isLookedUp = (body: TaskBody, side: Side): boolean =>
	managedSide(body) === side && body[`${side}_endpoint`].ip === undefined;

/** @returns what one side lacks for the test of its connection; the address of a managed instance is looked up later. */
export function checkLogin(body: TaskBody, side: Side): FieldProblem[] {
	const endpoint = body[`${side}_endpoint`];
	const known = isLookedUp(body, side) ? { ...endpoint, ip: 'of the instance' } : endpoint;
	return checkDatabase(known, LABELS[side]);
}

/**
 * @param body the task
 * @param placement its instance
 * @returns the task with address, VPC and subnet of the instance, where no address is named
 */
export function withAddress(body: TaskBody, { instance }: Placement): TaskBody {
	const side = managedSide(body);
	if (side === undefined || instance?.host === undefined || !isLookedUp(body, side)) return body;
	const name = `${side}_endpoint` as const;
	const endpoint = body[name];
	const hasPorts = endpoint.db_type === 'mongodb';
	return {
		...body,
		[name]: withoutUndefined<TaskBody['target_endpoint']>({
			...endpoint,
			ip: instance.host,
			db_port: endpoint.db_port ?? (hasPorts ? undefined : instance.port),
			vpc_id: endpoint.vpc_id ?? instance.vpc_id,
			subnet_id: endpoint.subnet_id ?? instance.subnet_id,
		}),
	};
}

/** @returns that the managed instance has no address, and why it could not be looked up. */
export function checkAddress(body: TaskBody, placement: Placement): FieldProblem[] {
	const side = managedSide(body);
	if (side === undefined || !isLookedUp(body, side)) return [];
	return checkDatabase(body[`${side}_endpoint`], LABELS[side]).map((problem) => ({
		...problem,
		remedy: `${problem.remedy} ${whyUnknown(placement, 'address')}`,
	}));
}
