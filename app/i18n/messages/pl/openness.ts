export const plOpenness = {
};
