import type { Random } from '../random.mts';
import type { Task } from './task.mts';

/** The tasks of all projects. */
export class TaskStore {
	private readonly tasks = new Map<string, Task>();

	constructor(private readonly random: Random) {}

	/** @returns all tasks, oldest first. */
	all(): Task[] {
		return [...this.tasks.values()];
	}

	/** @returns the tasks of a project, oldest first. */
	of(projectId: string): Task[] {
		return this.all().filter((task) => task.projectId === projectId);
	}

	find(projectId: string, id: string): Task | undefined {
		const task = this.tasks.get(id);
		return task?.projectId === projectId ? task : undefined;
	}

	/** Names are unique in a project and not case-sensitive. */
	findByName(projectId: string, name: string): Task | undefined {
		return this.of(projectId).find((task) => task.name.toLowerCase() === name.toLowerCase());
	}

	add(task: Task): void {
		this.tasks.set(task.id, task);
	}

	remove(id: string): void {
		this.tasks.delete(id);
	}

	/** @returns an ID in the form of the service: a UUID whose end names the kind of task. */
	newId(): string {
		const hex = Array.from({ length: 29 }, () => Math.floor(this.random() * 16).toString(16)).join(
			'',
		);
		const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
		return `${parts.join('-')}-${hex.slice(20, 27)}jb101`;
	}
}
