import type { Random } from '../random.mts';
import type { Task } from './task.mts';

/** Names are not case-sensitive, and unique within a project. */
const nameKey = (projectId: string, name: string): string => `${projectId} ${name.toLowerCase()}`;

/** The tasks of all projects. */
export class TaskStore {
	private readonly tasks = new Map<string, Task>();

	private readonly removed = new Map<string, string>();

	private readonly named = new Map<string, Task[]>();

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

	/** @returns when a task was created, in ms. */
	createdAt(id: string): number | undefined {
		return this.tasks.get(id)?.createdAt;
	}

	/** @returns whether the project had a task of this ID that was deleted. */
	wasRemoved(projectId: string, id: string): boolean {
		return this.removed.get(id) === projectId;
	}

	/** @returns the oldest task of this name. */
	findByName(projectId: string, name: string): Task | undefined {
		return this.named.get(nameKey(projectId, name))?.[0];
	}

	add(task: Task): void {
		this.tasks.set(task.id, task);
		this.addName(task);
	}

	rename(task: Task, name: string): void {
		this.removeName(task);
		task.name = name;
		this.addName(task);
	}

	remove(id: string): void {
		const task = this.tasks.get(id);
		if (task) {
			this.removeName(task);
			this.removed.set(id, task.projectId);
		}
		this.tasks.delete(id);
	}

	private addName(task: Task): void {
		const key = nameKey(task.projectId, task.name);
		this.named.set(key, [...(this.named.get(key) ?? []), task]);
	}

	private removeName(task: Task): void {
		const key = nameKey(task.projectId, task.name);
		const others = (this.named.get(key) ?? []).filter((other) => other !== task);
		if (others.length > 0) this.named.set(key, others);
		else this.named.delete(key);
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
