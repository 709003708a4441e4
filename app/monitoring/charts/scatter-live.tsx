import { createContext, memo, useContext, useMemo, useState, type KeyboardEvent, type ReactElement } from 'react';
import {
  CartesianGrid,
  ErrorBar,
  ReferenceLine,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
  type ScatterShapeProps,
} from 'recharts';
import type { ComparedPoint } from './comparison.ts';
import { labelsOf, PointName, scatterBox, scatterSteps } from './scatter-plot.tsx';

export type LivePoint = ComparedPoint & {
  href: string;
  /** Everything the tip says, in one sentence. */ label: string;
  facts: readonly string[];
};
export type LiveProps = {
  label: string;
  points: readonly LivePoint[];
  /** The picture this one replaces. */ still: ReactElement;
};
type Shown = { index: number; x: number; y: number; /** Width of the picture. */ width: number } | null;

const steps: Record<string, (index: number, last: number) => number> = {
  ArrowRight: (index) => index + 1,
  ArrowUp: (index) => index + 1,
  ArrowLeft: (index) => index - 1,
  ArrowDown: (index) => index - 1,
  Home: () => 0,
  End: (_, last) => last,
};

type Drawn = {
  points: readonly LivePoint[];
  labels: ReturnType<typeof labelsOf>;
  shown: Shown;
  /** The one stop of the tab key. */
  current: number;
  setCurrent: (index: number) => void;
  setShown: (shown: Shown) => void;
};
const DrawnContext = createContext<Drawn | null>(null);

/**
 * The same picture with a tip at the point under the pointer or in focus. Points are links to the scorecards and one stop of the tab key;
 * arrows walk along the horizontal axis. The library's own keyboard layer walks over ticks of an axis, which a scatter has none of.
 */
export default function ScatterLive({ label, points: given }: LiveProps) {
  const points = useMemo(() => [...given].sort((a, b) => a.x.value - b.x.value || a.y.value - b.y.value), [given]);
  const labels = useMemo(() => labelsOf(points), [points]);
  const [current, setCurrent] = useState(0);
  const [shown, setShown] = useState<Shown>(null);
  const drawn = useMemo(
    () => ({ points, labels, shown, current, setCurrent, setShown }),
    [points, labels, shown, current],
  );
  return (
    <DrawnContext.Provider value={drawn}>
      <div className="scatter-live" role="group" aria-label={label}>
        <Axes points={points} />
        {shown ? <Tip point={points[shown.index]} {...shown} /> : null}
      </div>
    </DrawnContext.Provider>
  );
}

const axis = { type: 'number', domain: [0, 100], ticks: scatterSteps, interval: 0, tickLine: false } as const;
/** The library spreads a datum over its own x and y, so ours lies one level deeper. */
type Datum = { point: LivePoint };
const value = { x: ({ point }: Datum) => point.x.value, y: ({ point }: Datum) => point.y.value };
const slant = [
  { x: 0, y: 0 },
  { x: 100, y: 100 },
] as const;
const reachOf = ({ value: at, low, high }: LivePoint['x']): [number, number] => [at - low, high - at];
const reach = { x: ({ point }: Datum) => reachOf(point.x), y: ({ point }: Datum) => reachOf(point.y) };
const margin = { top: scatterBox.top, right: 0, bottom: 0, left: 0 };
const shape = ({ cx = 0, cy = 0, index = 0 }: ScatterShapeProps) => <Point cx={cx} cy={cy} index={index} />;

/** Drawn once: everything it is given stays the same, since the library takes a changed property for a new chart and focus would be lost. */
const Axes = memo(function Axes({ points }: { points: LivePoint[] }) {
  const data = useMemo(() => points.map((point): Datum => ({ point })), [points]);
  return (
    <ScatterChart responsive width="100%" height="100%" margin={margin} accessibilityLayer={false}>
      <CartesianGrid />
      <XAxis {...axis} dataKey={value.x} height={scatterBox.foot} tickMargin={6} />
      <YAxis {...axis} dataKey={value.y} width={scatterBox.side} tickMargin={4} />
      <ReferenceLine segment={slant} />
      <Scatter data={data} shape={shape} isAnimationActive={false}>
        <ErrorBar dataKey={reach.x} direction="x" width={0} isAnimationActive={false} />
        <ErrorBar dataKey={reach.y} direction="y" width={0} isAnimationActive={false} />
      </Scatter>
    </ScatterChart>
  );
});

function Point({ cx, cy, index }: { cx: number; cy: number; index: number }) {
  const drawn = useContext(DrawnContext);
  const point = drawn?.points[index];
  if (!drawn || !point) return null;
  const { points, labels, shown, current, setCurrent, setShown } = drawn;
  const show = (target: Element) => setShown({ index, x: cx, y: cy, width: target.closest('svg')?.clientWidth ?? 0 });

  function walk(event: KeyboardEvent) {
    if (event.key === 'Escape') setShown(null);
    const next = steps[event.key]?.(index, points.length - 1);
    if (next === undefined) return;
    event.preventDefault();
    event.currentTarget
      .closest('svg')
      ?.querySelector<SVGAElement>(`[data-point="${Math.min(points.length - 1, Math.max(0, next))}"]`)
      ?.focus();
  }

  return (
    <a
      href={point.href}
      aria-label={point.label}
      data-point={index}
      tabIndex={index === current ? 0 : -1}
      className="point"
      onFocus={({ currentTarget }) => {
        setCurrent(index);
        show(currentTarget);
      }}
      onBlur={() => setShown(null)}
      onKeyDown={walk}
      onMouseEnter={({ currentTarget }) => show(currentTarget)}
      onMouseLeave={() => setShown(null)}
    >
      <circle className="point-target" cx={cx} cy={cy} r="14" />
      <circle className={shown?.index === index ? 'c-dot c-dot--pick' : 'c-dot'} cx={cx} cy={cy} r="6" />
      <PointName label={labels.wide[index]} at={{ x: cx, y: cy }} room="wide" />
      <PointName label={labels.narrow[index]} at={{ x: cx, y: cy }} room="narrow" />
    </a>
  );
}

/** Leans towards the middle, so that it never leaves the picture. The link's name says the same to a screen reader. */
function Tip({ point, x, y, width }: { point: LivePoint | undefined; x: number; y: number; width: number }) {
  if (!point) return null;
  const sides = [x > width / 2 ? 'tip--before' : '', y > scatterBox.plot / 2 ? 'tip--above' : ''];
  return (
    <div className={['tip', ...sides].filter(Boolean).join(' ')} style={{ left: x, top: y }} aria-hidden="true">
      <b>{point.name}</b>
      {point.facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </div>
  );
}
