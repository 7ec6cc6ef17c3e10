import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { ApiClient, Surroundings } from '../../shared/client/client';
import type { CredentialSnapshot } from '../../shared/client/send';
import type { RetryPolicy } from '../../shared/http/types';
import type { NodeForm } from '../../shared/n8n/parameters/fromContext';
import { runInTurns } from '../../shared/n8n/parking/runInTurns';
import { takeTurn } from '../../shared/n8n/parking/takeTurn';
import type { AnyWork, Work } from '../../shared/n8n/parking/work';
import { startRun, type OperationRun } from './operationRun';

/** The work of an operation, see `Work`. */
export type ParkedWork = AnyWork<ApiClient>;

/** What every plan says. */
interface AnyPlan {
	retry: RetryPolicy;
}

/** The secret that is as long-lived as the credential: sessions come and go. */
const secretOf = ({ data }: CredentialSnapshot): string =>
	String(data.authentication === 'accessKey' ? data.secretAccessKey : data.password);

/**
 * Does the work of an operation, in turns; see `runInTurns`.
 *
 * @param run what the operation works with
 * @param work what it does
 * @param plan all that was read from the parameters
 * @param progress what the work starts with
 */
export const doInTurns = async <P extends AnyPlan, S>(
	{ context, credential, client }: OperationRun,
	work: Work<P, S, ApiClient>,
	plan: P,
	progress: S,
): Promise<INodeExecutionData[]> =>
	await runInTurns({
		context,
		client: client(plan.retry),
		secret: secretOf(credential),
		work,
		plan,
		progress,
	});

/**
 * Takes a turn of an operation that is parked; see `takeTurn`.
 *
 * @param context the node in the sub-execution
 * @param form the fields of the node
 * @param findWork finds the work of an operation by its name
 * @param surroundings time and chance of the client; real ones by default
 */
export const takeOperationTurn = async (
	context: IExecuteFunctions,
	form: NodeForm,
	findWork: (name: string) => ParkedWork | undefined,
	surroundings?: Surroundings,
): Promise<INodeExecutionData[][]> =>
	await takeTurn<ApiClient>(context, {
		findWork,
		async connect() {
			const { credential, client } = await startRun(context, form, surroundings);
			return {
				secret: secretOf(credential),
				client: (plan) => client((plan as AnyPlan).retry),
			};
		},
	});
