/** Who runs an installation; null where its operator has not said. */
export type Operator = {
  name: string | null;
  address: string | null;
  email: string | null;
  phone: string | null;
  /** Day the site was opened, yyyy-mm-dd. */
  publishedOn: string | null;
  url: string;
};

/** Names of the settings, shown where one is missing. */
export const operatorSettings = {
  name: 'OPERATOR_NAME',
  address: 'OPERATOR_ADDRESS',
  email: 'OPERATOR_EMAIL',
  phone: 'OPERATOR_PHONE',
  publishedOn: 'SITE_PUBLISHED_ON',
} as const;

export type OperatorFact = keyof typeof operatorSettings;

export function missingFacts(operator: Operator): OperatorFact[] {
  return (Object.keys(operatorSettings) as OperatorFact[]).filter((fact) => operator[fact] === null);
}
