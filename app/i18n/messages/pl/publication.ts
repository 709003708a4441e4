export const plPublication = {
};
