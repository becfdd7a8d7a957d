/** Parameter of a workspace's address that names a comment to be led to. */
export const COMMENT_PARAMETER = 'comment'
