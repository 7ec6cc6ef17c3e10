import { taskSearch } from '../../shared/fields/searchTasks';
import { findOperation } from '../resources';

/** Fills "Task" with the tasks that the chosen operation can work on. */
export const searchTasks = taskSearch((context) => {
	const [resource, operation] = ['resource', 'operation'].map((name) =>
		String(context.getCurrentNodeParameter(name) ?? ''),
	);
	return findOperation(resource, operation)?.taskStatuses;
});
