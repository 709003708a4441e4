export const plTextwork = {
};
