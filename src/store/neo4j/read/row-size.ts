/** How many nodes are read in one row: enough that a row costs nothing, few enough that one is no burden. */
export const rowSize = 1_000n;
