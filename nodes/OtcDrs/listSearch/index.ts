export { searchEnterpriseProjects } from './enterpriseProjects';
export { searchSourceInstances, searchTargetInstances } from './instances';
export { searchSecurityGroups, searchSubnets, searchVpcs } from './network';
export { searchTasks } from './tasks';
export { searchZones } from './zones';
