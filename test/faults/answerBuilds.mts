import type { ApiClient } from '../../nodes/shared/client/client.ts';
import type * as CreateTime from '../../nodes/shared/drs/createTime.ts';
import type * as Pages from '../../nodes/shared/drs/taskPages.ts';
import type * as Classify from '../../nodes/shared/http/classify.ts';
import { CLASSIFY, CLIENT, often, repeated, withClient, type BrokenBuild } from './builds.mts';
import type { Case } from './cases.mts';

const CREATE_TIME = '../../nodes/shared/drs/createTime.ts';
const PAGES = '../../nodes/shared/drs/taskPages.ts';

type Exchange = Parameters<typeof Classify.classify>[0];

/** A build that judges answers by a mistake. */
const withVerdict =
	(mistake: (classify: typeof Classify.classify) => typeof Classify.classify) =>
	(actual: unknown) => {
		const { classify, ...rest } = actual as typeof Classify;
		return { ...rest, classify: mistake(classify) };
	};

/** A build that takes what comes for the list, whole or not. */
const believing = (actual: unknown) => {
	const { taskPages, ...rest } = actual as typeof Pages;
	const withoutTotal = (client: ApiClient): ApiClient => ({
		...client,
		async call(request) {
			const result = await client.call(request);
			if (!result.ok) return result;
			const { response } = result;
			const { jobs = [] } = response.body;
			return { ok: true, response: { ...response, body: { jobs } } };
		},
	});
	return {
		...rest,
		taskPages: (...[client, ...more]: Parameters<typeof taskPages>) =>
			taskPages(withoutTotal(client), ...more),
	};
};

const LAGGING: Case = { name: 'dropAfter, listLags', faults: ['dropAfter', 'listLags'], rate: 0.4 };

const TWICE: Case = {
	name: 'dropAfter, nameAccepted',
	faults: ['dropAfter', 'nameAccepted'],
	rate: 0.4,
	uniqueNames: true,
};

/** Mistakes in what answers and lists are taken for. */
export const ANSWER_BUILDS: readonly BrokenBuild[] = [
	{
		name: 'a redirect is final',
		module: CLASSIFY,
		mistake: withVerdict((classify) => (exchange: Exchange, readsResults) => {
			const verdict = classify(exchange, readsResults);
			return verdict === 'redirected' ? 'refused' : verdict;
		}),
		work: 'create',
		under: often('redirect'),
		figure: 'failed',
	},
	{
		name: 'a 400 with results refuses the whole call',
		module: CLASSIFY,
		mistake: withVerdict((classify) => (exchange: Exchange) => classify(exchange)),
		work: 'create',
		under: often('resultsRefused'),
		figure: 'failed',
	},
	{
		name: 'local time in a list is taken for UTC',
		module: CREATE_TIME,
		mistake: (actual) => {
			const { createdAt, creationOrder, ...rest } = actual as typeof CreateTime;
			return {
				...rest,
				creationOrder,
				createdAt: (task: Parameters<typeof createdAt>[0]) =>
					createdAt(task) ?? creationOrder(task),
			};
		},
		work: 'create',
		under: { ...often('dropAfter'), name: 'dropAfter, list in UTC-5', listTimes: '-05:00' },
		figure: 'failed',
	},
	{
		name: 'a damaged list counts as empty',
		module: PAGES,
		mistake: believing,
		work: 'create',
		under: often('listMissing'),
		figure: 'duplicates',
	},
	{
		name: 'a list that is too short counts as whole',
		module: PAGES,
		mistake: believing,
		work: 'create',
		under: often('listShort'),
		figure: 'duplicates',
	},
	{
		name: 'a list that does not show a task yet is believed at once',
		module: CLIENT,
		mistake: withClient((client) => ({ ...client, wait: async () => false })),
		work: 'create',
		under: LAGGING,
		figure: 'duplicates',
	},
	{
		name: 'creations are repeated, because the service refuses a name that is taken',
		module: CLIENT,
		mistake: repeated,
		work: 'create',
		under: TWICE,
		figure: 'duplicates',
	},
];
