import { recordsIn } from '../../shared/values/json';
import { entriesIn, fetchList, searchable, toEntry } from '../../shared/fields/searchable';

const PAGE_SIZE = 1000;

/** Fills "Enterprise Project". */
export const searchEnterpriseProjects = searchable({
	noun: 'enterprise projects',
	whenEmpty: "If enterprise projects aren't enabled for your account, remove this field.",
	async fetchPage(client, context, token) {
		const offset = Number(token ?? 0);
		const body = await fetchList(client, context, {
			service: 'eps',
			path: '/v1.0/enterprise-projects',
			query: { offset, limit: PAGE_SIZE },
			purpose: 'List of enterprise projects',
		});
		const projects = entriesIn(body, 'enterprise_projects');
		const seen = offset + projects.length;
		return {
			entries: recordsIn(projects).flatMap((project) => toEntry(project)),
			next: projects.length > 0 && seen < Number(body.total_count ?? 0) ? String(seen) : undefined,
		};
	},
});
