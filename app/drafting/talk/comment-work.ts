import { type Commented, commentState, type CommentState } from './comment-state.ts';

export const stateComments = (comments: readonly Commented[]): CommentState[] => comments.map(commentState);
