import { publicUrl } from '#app/mail/absolute-url.server.ts';
import { operatorSettings, type Operator, type OperatorFact } from './operator.ts';

/** The operator as set in the environment. A date that is not one counts as not given. */
export function readOperator(): Operator {
  const fact = (name: OperatorFact) => process.env[operatorSettings[name]]?.trim() || null;
  const day = fact('publishedOn');
  return {
    name: fact('name'),
    address: fact('address'),
    email: fact('email'),
    phone: fact('phone'),
    publishedOn: day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null,
    url: publicUrl(),
  };
}
