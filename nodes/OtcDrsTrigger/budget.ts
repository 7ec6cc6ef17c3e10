import type { IPollFunctions } from 'n8n-workflow';
import type { ApiClient } from '../shared/client/client';

/** What is left for remembering what was seen. */
const USABLE = 0.9;

/**
 * Ends a poll by itself before n8n gives it up. Half a list is of no use, so the calls that are left fail, and the next
 * poll begins again.
 *
 * @param client the client of the poll
 * @param context the running trigger; older versions of n8n give it no budget
 * @returns a client whose calls fail, with what to do, once the budget is used up
 */
export function withinBudget(
	client: ApiClient,
	context: Partial<Pick<IPollFunctions, 'getPollBudgetMs'>>,
): ApiClient {
	const budget = context.getPollBudgetMs?.();
	if (budget === undefined) return client;
	const end = client.now() + budget * USABLE;
	return {
		...client,
		async call(request) {
			if (client.now() < end) return await client.call(request);
			return {
				ok: false,
				executed: 'no',
				divisible: false,
				failure: {
					message: `${request.purpose}: the poll takes longer than n8n allows`,
					description: `n8n gives a poll ${Math.round(budget / 1000)} seconds. Limit the trigger to a scenario, an engine or a name.`,
					isTransient: true,
				},
			};
		},
	};
}
