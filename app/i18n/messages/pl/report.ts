export const plReport = {
};
