/** No sane document comes near this, and what walks the tree may recurse this deep. */
export const maxDepth = 500;
