export const plRegister = {
};
