/** Bytes in a gigabyte, as the service and databases count. */
export const GIGABYTE = 1024 ** 3;
