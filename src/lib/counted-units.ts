/** 数人、数店用的单位：没有半个，问这样的数就只收整数（`whole: true`）。 */
export const countedUnits = /^(人|位|家|处|间|座|个|站|张|席)$/;
