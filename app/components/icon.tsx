export type Sign =
  | 's-full'
  | 's-half'
  | 's-none'
  | 's-wait'
  | 's-back'
  | 's-out'
  | 's-clash'
  | 's-ok'
  | 's-adapt'
  | 's-down'
  | 's-both'
  | 's-said'
  | 's-new'
  | 's-kept'
  | 's-here';

/** A square sign in the current colour; the word beside it carries the meaning. */
export function Icon({ sign }: { sign: Sign }) {
  return (
    <svg className="ico" aria-hidden="true" focusable="false">
      <use href={`/icons.svg#${sign}`} />
    </svg>
  );
}

/** A state: sign and word. */
export function State({ sign, children }: { sign: Sign; children: React.ReactNode }) {
  return (
    <span className="state">
      <Icon sign={sign} />
      {children}
    </span>
  );
}
