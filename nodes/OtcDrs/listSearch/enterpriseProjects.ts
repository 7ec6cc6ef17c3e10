import type { ServiceList } from '../../shared/drs/serviceList';
import { fetchPageOf, searchable, toEntry } from '../../shared/fields/searchable';

const ENTERPRISE_PROJECTS: ServiceList = {
	service: 'eps',
	path: '/v1.0/enterprise-projects',
	key: 'enterprise_projects',
	paging: 'offset',
	pageSize: 1000,
	purpose: 'List of enterprise projects',
};

/** Fills "Enterprise Project". */
export const searchEnterpriseProjects = searchable({
	noun: 'enterprise projects',
	whenEmpty: "Remove this field if your account doesn't use enterprise projects.",
	async fetchPage(client, context, token) {
		const { records, next } = await fetchPageOf(client, context, ENTERPRISE_PROJECTS, token);
		return { entries: records.flatMap((project) => toEntry(project)), next };
	},
});
