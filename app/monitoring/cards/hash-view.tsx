/** First twelve signs of a hash, the whole folded. */
export function Hash({ label, value }: { label: string; value: string }) {
  return (
    <details>
      <summary className="by">
        {label} <span className="hash">{value.slice(0, 12).replace(/(.{4})(?=.)/g, '$1 ')}</span>
      </summary>
      <p className="long">{value}</p>
    </details>
  );
}
