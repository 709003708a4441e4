#!/usr/bin/env node
/**
 * Computes every figure of a Paragraf edition again from its published files, and says where they differ.
 *
 *   node recompute.mjs edition.json [codings.json] [TERYT.json ...]
 *
 * The files are those that the edition offers for download: the table of the edition, the double codings, the scorecards. Nothing
 * else is needed, no network, no package. Exit code 0: every figure comes out; 1: at least one does not; 2: the files cannot be read.
 * Free to use, copy and change (CC0).
 *
 * The draws: xoshiro128** 1.1 with its state from SplitMix64; doubles of 52 bits strictly between 0 and 1; normal numbers by the polar
 * method, the second of each pair dropped; gamma numbers after Marsaglia and Tsang; Dirichlet numbers from gamma numbers by area. Per
 * draw first all indicators by area and code, then the areas by code. Percentiles are nearest rank: element ceil(p N / 100). Since the
 * sixth format missing answers, coders and the mean of the areas are drawn, too: "drawing.sources" in the table says how.
 */
import { readFileSync } from 'node:fs';

// ---------- exact fractions ----------

const gcd = (a, b) => {
  while (b) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
};
const frac = (n, d = 1n) => {
  if (d < 0n) [n, d] = [-n, -d];
  const g = gcd(n, d) || 1n;
  return { n: n / g, d: d / g };
};
const of = (number) => {
  const [, sign, whole, decimals = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(number));
  const exponent = Number(power) - decimals.length;
  const digits = BigInt(sign + whole + decimals);
  return exponent >= 0 ? frac(digits * 10n ** BigInt(exponent)) : frac(digits, 10n ** BigInt(-exponent));
};
const add = (a, b) => frac(a.n * b.d + b.n * a.d, a.d * b.d);
const sub = (a, b) => frac(a.n * b.d - b.n * a.d, a.d * b.d);
const mul = (a, b) => frac(a.n * b.n, a.d * b.d);
const div = (a, b) => frac(a.n * b.d, a.d * b.n);
const less = (a, b) => a.n * b.d < b.n * a.d;
const ZERO = frac(0n);
const HUNDRED = frac(100n);
const sum = (all) => all.reduce(add, ZERO);
const words = (a) => (a.d === 1n ? String(a.n) : `${a.n}/${a.d}`);
const number = (a) => Number((a.n * 10n ** 30n) / a.d) / 1e30;
/** Half up on the exact value. */
const rounded = (a, decimals) => {
  const top = 2n * a.n * 10n ** BigInt(decimals) + a.d;
  const bottom = 2n * a.d;
  return top / bottom - (top % bottom < 0n ? 1n : 0n);
};
const shown = (a, decimals) => {
  const digits = String(rounded(a, decimals)).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};

// ---------- random numbers ----------

export function generator(seed) {
  const mask = (1n << 64n) - 1n;
  const state = [];
  let z = BigInt(seed);
  for (let step = 0; step < 2; step += 1) {
    z = (z + 0x9e3779b97f4a7c15n) & mask;
    let x = z;
    x = ((x ^ (x >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    x = ((x ^ (x >> 27n)) * 0x94d049bb133111ebn) & mask;
    x ^= x >> 31n;
    state.push(Number(x & 0xffffffffn), Number(x >> 32n));
  }
  let [a, b, c, d] = state;
  const turn = (x, k) => (x << k) | (x >>> (32 - k));
  const word = () => {
    const result = Math.imul(turn(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = turn(d, 11);
    return result;
  };
  const uniform = () => {
    const high = word() >>> 6;
    const low = word() >>> 6;
    return (high * 2 ** 26 + low + 0.5) / 2 ** 52;
  };
  const normal = () => {
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const s = x * x + y * y;
      if (s < 1 && s > 0) return x * Math.sqrt((-2 * Math.log(s)) / s);
    }
  };
  const logGamma = (shape) => {
    if (shape < 1) return logGamma(shape + 1) + Math.log(uniform()) / shape;
    const e = shape - 1 / 3;
    const f = 1 / Math.sqrt(9 * e);
    for (;;) {
      const x = normal();
      const v = (1 + f * x) ** 3;
      if (v <= 0) continue;
      if (Math.log(uniform()) < 0.5 * x * x + e - e * v + e * Math.log(v)) return Math.log(e) + Math.log(v);
    }
  };
  const dirichlet = (shapes) => {
    const logs = shapes.map((shape) => (shape === 0 ? -Infinity : logGamma(shape)));
    const most = Math.max(...logs);
    const sizes = logs.map((log) => Math.exp(log - most));
    const total = sizes.reduce((x, y) => x + y, 0);
    return sizes.map((size) => size / total);
  };
  return { word, uniform, normal, logGamma, dirichlet };
}

/** The first numbers of a seed, each list drawn anew. */
const vector = (seed) => {
  const three = (next) => [next, next, next].map((each) => each());
  return {
    words: three(generator(seed).word),
    uniforms: three(generator(seed).uniform),
    normals: three(generator(seed).normal),
    logGamma10: three(((random) => () => random.logGamma(10))(generator(seed))),
    dirichlet10: generator(seed).dirichlet([10, 10, 10]),
  };
};

// ---------- scores ----------

const isCounted = (answer) => typeof answer === 'number' || answer === 'withheld';
const shareOf = ({ min, max }, answer) =>
  typeof answer === 'number' ? div(sub(of(answer), of(min)), sub(of(max), of(min))) : ZERO;
const weight = (items) => sum(items.map((item) => of(item.weight)));

function areaScore(items, answers) {
  const applicable = items.filter(({ id }) => answers[id] !== 'not_applicable');
  const counted = applicable.filter(({ id }) => isCounted(answers[id]));
  const earned = sum(counted.map((item) => mul(of(item.weight), shareOf(item, answers[item.id]))));
  const [all, own] = [weight(applicable), weight(counted)];
  if (all.n === 0n) return { score: null, coverage: null, low: null, high: null, all, own, earned };
  return {
    score: own.n === 0n ? null : mul(HUNDRED, div(earned, own)),
    coverage: div(own, all),
    low: mul(HUNDRED, div(earned, all)),
    high: mul(HUNDRED, div(add(earned, sub(all, own)), all)),
    all,
    own,
    earned,
  };
}

function mean(parts) {
  if (parts.length === 0 || parts.some(([, value]) => value === null)) return null;
  const total = sum(parts.map(([own]) => own));
  return total.n === 0n ? null : div(sum(parts.map(([own, value]) => mul(own, value))), total);
}

function unitScores(manifest, row) {
  const areas = manifest.areas.map((area) => ({
    area,
    ...areaScore(
      manifest.indicators.filter((indicator) => indicator.area === area.id),
      row.answers,
    ),
  }));
  const counting = areas.filter(({ area }) => area.weight !== 0);
  const by = (name) => mean(counting.map((each) => [of(each.area.weight), each[name]]));
  const all = sum(counting.map((each) => each.all));
  const total = {
    score: by('score'),
    low: by('low'),
    high: by('high'),
    coverage: all.n === 0n ? null : div(sum(counting.map((each) => each.own)), all),
  };
  const covered = (score, limit) =>
    score.score !== null && score.coverage !== null && !less(score.coverage, of(limit));
  const published = areas.map((each) => covered(each, manifest.minCoverageArea));
  const isTotal =
    areas.every((each, at) => each.area.weight === 0 || published[at]) && covered(total, manifest.minCoverageTotal);
  return { areas, published, total, isTotal };
}

/** As the files give a score; since the third format one below the limit of coverage has no figure. */
function told(score, isPublished, manifest) {
  const { decimals, schema } = manifest;
  const hides = !isPublished && schema !== 'paragraf-edition/2';
  const display = (value) => (value === null ? null : shown(value, decimals));
  const double = (value) => (value === null ? null : number(value));
  return {
    exact: score.score === null || hides ? null : words(score.score),
    value: hides ? null : double(score.score),
    display: isPublished ? display(score.score) : null,
    coverage: double(score.coverage),
    low: double(score.low),
    high: double(score.high),
    lowDisplay: display(score.low),
    highDisplay: display(score.high),
  };
}

function bandOf(display, bands) {
  if (display === null) return null;
  const rising = [...bands].sort((a, b) => a.min - b.min);
  const at = rising.findLastIndex((band) => Number(display) >= band.min);
  const nearBorder = rising.slice(1).some((band) => {
    const gap = sub(of(Number(display)), of(band.min));
    return !less(of(1.5), gap.n < 0n ? frac(-gap.n, gap.d) : gap);
  });
  return { id: rising[at].id, min: rising[at].min, max: rising[at + 1]?.min ?? null, nearBorder };
}

// ---------- ranks under drawn weights ----------

const byId = (all) => [...all].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** Totals of the given rows under every draw, in units of the last printed digit. */
function drawnTotals(manifest, rows) {
  const { draws, seed } = manifest.edition;
  const areas = byId(manifest.areas);
  const items = areas.map((area) => byId(manifest.indicators.filter((indicator) => indicator.area === area.id)));
  const whole = areas.reduce((total, area) => total + area.weight, 0);
  const shapes = areas.map((area) => (10 * areas.length * area.weight) / whole);
  const points = rows.map((row) =>
    items.map((own) =>
      own.map(({ id, min, max }) => {
        const answer = row.answers[id];
        return isCounted(answer) ? (typeof answer === 'number' ? (100 * (answer - min)) / (max - min) : 0) : null;
      }),
    ),
  );
  const random = generator(seed);
  const totals = rows.map(() => new Int32Array(draws));
  for (let draw = 0; draw < draws; draw += 1) {
    const weights = items.map((own) => own.map((item) => item.weight * (1 + 0.5 * (2 * random.uniform() - 1))));
    const shares = random.dirichlet(shapes);
    points.forEach((unit, at) => {
      let total = 0;
      unit.forEach((own, area) => {
        if (areas[area].weight === 0) return;
        let earned = 0;
        let counted = 0;
        own.forEach((value, item) => {
          if (value === null) return;
          earned += weights[area][item] * value;
          counted += weights[area][item];
        });
        total += earned * (shares[area] / counted);
      });
      totals[at][draw] = Math.floor(total * 10 ** manifest.decimals + 0.5 + 1e-9);
    });
  }
  return totals;
}

// ---------- since the sixth format: missing answers, coders and the mean of the areas are drawn, too ----------

const streamSeed = (seed, stream, teryt) => ((seed % 225_000_000) * 4 + stream) * 10_000_000 + Number(teryt);

/** By area the shares of pairs that are 1, 2, … levels apart; null where there are too few pairs. */
function coderRates(counts) {
  const pairs = counts.reduce((total, each) => total + each.pairs, 0);
  if (pairs < 20) return null;
  const most = Math.max(0, ...counts.map((each) => each.differ.length));
  const together = Array.from({ length: most }, (_, at) =>
    counts.reduce((total, each) => total + (each.differ[at] ?? 0), 0),
  );
  return new Map(
    counts.map((own) => [
      own.area,
      own.pairs >= 20 ? own.differ.map((each) => each / own.pairs) : together.map((each) => each / pairs),
    ]),
  );
}

/** Weight sets of a seed: per draw all indicators by area and code, then the areas. */
function weightSets(manifest, areas, items, seed, draws) {
  const whole = areas.reduce((total, area) => total + area.weight, 0);
  const shapes = areas.map((area) => (10 * areas.length * area.weight) / whole);
  const random = generator(seed);
  return Array.from({ length: draws }, () => ({
    weights: items.map((own) => own.map((item) => item.weight * (1 + 0.5 * (2 * random.uniform() - 1)))),
    shares: random.dirichlet(shapes),
  }));
}

/** The answers of one municipality, drawn anew with every call: by area the points of each indicator, null where it does not apply. */
function answerDraws(manifest, areas, items, row, set) {
  const { seed } = manifest.edition;
  const rates = coderRates(manifest.uncertainty.coders);
  const missing = generator(streamSeed(seed, set, row.teryt));
  const coders = generator(streamSeed(seed, set + 1, row.teryt));
  const points = ({ min, max }, level) => (100 * (level - min)) / (max - min);
  const counting = areas.map((area, at) => at).filter((at) => areas[at].weight !== 0);
  const base = items.map((own) =>
    own.map((item) => {
      const answer = row.answers[item.id] ?? 'not_assessed';
      if (answer === 'not_applicable') return null;
      return typeof answer === 'number' ? points(item, answer) : 0;
    }),
  );
  const plan = counting.map((at) => {
    const own = rates?.get(areas[at].id) ?? [];
    const rate = own.reduce((total, each) => total + each, 0);
    const log = Math.log(1 - Math.min(1, rate));
    const skip = () => Math.floor(Math.log(coders.uniform()) / log);
    const coded = [];
    const absent = [];
    items[at].forEach((item, place) => {
      const answer = row.answers[item.id] ?? 'not_assessed';
      if (typeof answer === 'number') coded.push({ place, item, level: answer });
      if (answer === 'not_assessed') absent.push({ place, levels: Math.max(2, Math.floor(item.max - item.min) + 1) });
    });
    return { at, own, rate, skip, coded, absent, before: 0 };
  });
  for (const area of plan) area.before = area.rate > 0 ? area.skip() : Infinity;
  const other = ({ item, level }, own, v) => {
    let limit = 0;
    for (const [index, rate] of own.entries()) {
      const from = limit;
      limit += rate;
      const others = [level - index - 1, level + index + 1].filter((each) => each >= item.min && each <= item.max);
      const isLast = index === own.length - 1;
      if (others.length === 2 && v < from + rate / 2) return others[0];
      if (v < limit || isLast) return others.length === 0 ? level : others.at(-1);
    }
    return level;
  };
  return () => {
    const drawn = base.map((own) => [...own]);
    const changed = { missing: [], coders: [] };
    for (const { at, absent } of plan)
      for (const { place, levels } of absent) {
        drawn[at][place] = (100 * Math.floor(missing.uniform() * levels)) / (levels - 1);
        changed.missing.push([at, place]);
      }
    for (const area of plan) {
      const { at, own, rate, skip, coded } = area;
      let next = area.before;
      while (next < coded.length) {
        const cell = coded[next];
        drawn[at][cell.place] = points(cell.item, other(cell, own, coders.uniform() * rate));
        next += 1 + skip();
      }
      area.before = next - coded.length;
      for (const { place } of coded) changed.coders.push([at, place]);
    }
    return { drawn, changed };
  };
}

/** The total by both means. */
function bothMeans(areas, points, { weights, shares }) {
  const whole = shares.reduce((total, share) => total + share, 0);
  let [sum, logs] = [0, 0];
  points.forEach((own, at) => {
    if (areas[at].weight === 0) return;
    let [earned, all] = [0, 0];
    own.forEach((value, place) => {
      if (value === null) return;
      earned += weights[at][place] * value;
      all += weights[at][place];
    });
    const share = shares[at] / whole;
    sum += share * (earned / all);
    logs += share * Math.log(Math.max(1, earned / all));
  });
  return [sum, Math.exp(logs)];
}

/** Totals under every draw by the arithmetic, then by the geometric mean, and what each source explains of their variance. */
function allSources(manifest, rows) {
  const { draws, seed } = manifest.edition;
  const tried = manifest.uncertainty.sensitivityDraws;
  const areas = byId(manifest.areas);
  const items = areas.map((area) => byId(manifest.indicators.filter((indicator) => indicator.area === area.id)));
  const setA = weightSets(manifest, areas, items, seed, draws);
  const setB = weightSets(manifest, areas, items, streamSeed(seed, 2, '0'), tried);
  const round = (total) => Math.floor(total * 10 ** manifest.decimals + 0.5 + 1e-9);
  const totals = rows.map(() => new Int32Array(2 * draws));
  const variances = rows.map((row, at) => {
    const [nextA, nextB] = [0, 2].map((set) => answerDraws(manifest, areas, items, row, set));
    const found = { arithmetic: [], geometric: [], b: [], weights: [], missing: [], coders: [] };
    const middle = (points, weights) => bothMeans(areas, points, weights).reduce((x, y) => x + y, 0) / 2;
    for (let draw = 0; draw < draws; draw += 1) {
      const a = nextA();
      const [arithmetic, geometric] = bothMeans(areas, a.drawn, setA[draw]);
      totals[at][draw] = round(arithmetic);
      totals[at][draws + draw] = round(geometric);
      if (draw >= tried) continue;
      const b = nextB();
      const mixed = (source) => {
        const points = a.drawn.map((own) => [...own]);
        for (const [area, place] of a.changed[source]) points[area][place] = b.drawn[area][place];
        return points;
      };
      found.arithmetic.push(arithmetic);
      found.geometric.push(geometric);
      found.b.push(middle(b.drawn, setB[draw]));
      found.weights.push(middle(a.drawn, setB[draw]));
      found.missing.push(middle(mixed('missing'), setA[draw]));
      found.coders.push(middle(mixed('coders'), setA[draw]));
    }
    const average = (values) => values.reduce((x, y) => x + y, 0) / tried;
    const means = [average(found.arithmetic), average(found.geometric)];
    const center = (means[0] + means[1]) / 2;
    const explained = (values) =>
      values.reduce(
        (total, value, draw) =>
          total + (found.b[draw] - center) * (value - (found.arithmetic[draw] + found.geometric[draw]) / 2),
        0,
      ) / tried;
    return {
      variance:
        [...found.arithmetic, ...found.geometric].reduce((total, value) => total + (value - center) ** 2, 0) /
        (2 * tried),
      weights: explained(found.weights),
      missing: explained(found.missing),
      coders: manifest.uncertainty.codersMeasured ? explained(found.coders) : null,
      aggregation: ((means[0] - means[1]) / 2) ** 2,
    };
  });
  return { totals, variances };
}

function sourceShares(variances) {
  const total = (name) => variances.reduce((sumOf, each) => sumOf + each[name], 0);
  const variance = total('variance');
  if (variance === 0 || variances.length === 0) return null;
  const share = (name) => Math.min(1, Math.max(0, total(name) / variance));
  return {
    weights: share('weights'),
    missing: share('missing'),
    coders: variances.some((each) => each.coders === null) ? null : share('coders'),
    aggregation: share('aggregation'),
  };
}

function uncertaintyOf(manifest, own, variance) {
  const sorted = own.toSorted((a, b) => a - b);
  const element = (percent) =>
    (sorted[Math.ceil((percent * sorted.length) / 100) - 1] / 10 ** manifest.decimals).toFixed(manifest.decimals);
  return { from: element(5), to: element(95), shares: sourceShares([variance]) };
}

/** Pairs of levels of the drawn questions that both coders handed in: how many, and how many are 1, 2, … apart. */
function disagreements(manifest, codings) {
  return manifest.areas.map(({ id }) => {
    const apart = codings.cells
      .filter(
        ({ area, cause, codings: pair }) =>
          area === id &&
          cause === 'drawn' &&
          pair.every(({ submittedAt, state, level }) => submittedAt !== null && state === 'scored' && level !== null),
      )
      .map(({ codings: [a, b] }) => Math.abs(a.level - b.level));
    const differ = Array.from(
      { length: Math.max(0, ...apart) },
      (_, at) => apart.filter((each) => each === at + 1).length,
    );
    return { area: id, pairs: apart.length, differ };
  });
}

function standings(manifest, rows, bases, totals) {
  const draws = totals[0]?.length ?? 0;
  const ranks = rows.map(() => new Int32Array(draws));
  const bottom = rows.map(() => 0);
  for (let draw = 0; draw < draws; draw += 1) {
    const sorted = totals.map((own) => own[draw]).sort((a, b) => a - b);
    const first = new Map();
    const last = new Map();
    sorted.forEach((value, at) => {
      if (!first.has(value)) first.set(value, at);
      last.set(value, at);
    });
    totals.forEach((own, at) => {
      ranks[at][draw] = sorted.length - last.get(own[draw]);
      if (first.get(own[draw]) < 10) bottom[at] += 1;
    });
  }
  // Since the fifth format: where the first ten and the last ten would be partly the same, neither is given.
  const older = ['paragraf-edition/2', 'paragraf-edition/3', 'paragraf-edition/4'].includes(manifest.schema);
  const overlap = !older && rows.length < 20;
  return rows.map((row, at) => {
    const sorted = ranks[at].toSorted((a, b) => a - b);
    const element = (percent) => sorted[Math.max(1, Math.ceil((percent * draws) / 100)) - 1];
    return {
      rank: 1 + bases.filter((base) => base > bases[at]).length,
      of: rows.length,
      median: element(50),
      p05: element(5),
      p95: element(95),
      top10: overlap ? null : sorted.filter((rank) => rank <= 10).length / draws,
      bottom10: overlap ? null : bottom[at] / draws,
    };
  });
}

function neighbours(manifest, rows, bases, totals, standing) {
  const { draws } = manifest.edition;
  const count = totals[0]?.length ?? 0;
  const means = count / draws;
  const order = rows
    .map((_, at) => at)
    .sort((a, b) => standing[a].rank - standing[b].rank || (rows[a].teryt < rows[b].teryt ? -1 : 1));
  const found = new Map();
  order.forEach((own, place) => {
    const near = order.slice(Math.max(0, place - 2), place + 3).filter((other) => other !== own);
    found.set(
      rows[own].teryt,
      near.map((other) => {
        // One list of draws for each mean of the areas; older formats have the arithmetic one alone.
        const won = [0, 0];
        const lost = [0, 0];
        for (let draw = 0; draw < count; draw += 1) {
          const mean = draw < draws ? 0 : 1;
          if (totals[own][draw] > totals[other][draw]) won[mean] += 1;
          if (totals[own][draw] < totals[other][draw]) lost[mean] += 1;
        }
        const isAhead = (side) => side.slice(0, means).every((each) => 100 * each >= 95 * draws);
        const { total } = rows[other];
        return {
          teryt: rows[other].teryt,
          name: rows[other].name,
          total: total.display,
          relation: isAhead(lost) ? 'clearly-higher' : isAhead(won) ? 'clearly-lower' : 'not-distinguishable',
          share: (won[0] + won[1]) / count,
          ...(means === 2
            ? {
                low: total.lowDisplay,
                high: total.highDisplay,
                byMean: { arithmetic: won[0] / draws, geometric: won[1] / draws },
              }
            : {}),
        };
      }),
    );
  });
  return found;
}

// ---------- reliability ----------

function alphaOf(units, level) {
  const categories = [...new Set(units.flat())].sort((a, b) => a - b);
  const size = categories.length;
  const cells = new Float64Array(size * size);
  for (const [a, b] of units.map((unit) => unit.map((value) => categories.indexOf(value)))) {
    cells[a * size + b] += 1;
    cells[b * size + a] += 1;
  }
  const sums = categories.map((_, c) => cells.subarray(c * size, (c + 1) * size).reduce((x, y) => x + y, 0));
  const upTo = sums.map((_, c) => sums.slice(0, c + 1).reduce((x, y) => x + y, 0));
  let [observed, expected] = [0, 0];
  for (let c = 0; c < size; c += 1)
    for (let k = c + 1; k < size; k += 1) {
      const distance = level === 'nominal' ? 1 : (upTo[k] - upTo[c] + sums[c] - (sums[c] + sums[k]) / 2) ** 2;
      observed += cells[c * size + k] * distance;
      expected += sums[c] * sums[k] * distance;
    }
  return expected === 0 ? null : 1 - ((2 * units.length - 1) * observed) / expected;
}

function reliability(units, level, seed) {
  const base = {
    units: units.length,
    values: 2 * units.length,
    agreement: units.length === 0 ? null : units.filter(([a, b]) => a === b).length / units.length,
    alpha: null,
  };
  if (units.length === 0) return { ...base, reason: 'no-pairs' };
  const value = alphaOf(units, level);
  if (value === null) return { ...base, reason: 'no-variation' };
  if (units.length < 20) return { ...base, reason: 'too-few-units' };
  const ordered = units
    .map((unit) => unit.toSorted((a, b) => a - b))
    .sort((a, b) => (a.join(' ') < b.join(' ') ? -1 : a.join(' ') > b.join(' ') ? 1 : 0));
  const random = generator(seed);
  const alphas = [];
  for (let sample = 0; sample < 2000; sample += 1) {
    const alpha = alphaOf(
      ordered.map(() => ordered[Math.floor(random.uniform() * ordered.length)]),
      level,
    );
    if (alpha !== null) alphas.push(alpha);
  }
  alphas.sort((a, b) => a - b);
  const element = (share) => alphas[Math.max(1, Math.ceil((share * alphas.length) / 1000)) - 1];
  const has = alphas.length * 2 >= 2000;
  const reading = value >= 0.8 ? 'reliable' : value >= 0.667 ? 'tentative' : 'unreliable';
  return {
    ...base,
    alpha: { value, from: has ? element(25) : null, to: has ? element(975) : null, reading },
    reason: null,
  };
}

function reliabilities(manifest, codings) {
  const { seed } = manifest.reliability;
  const causes = ['paragraf-edition/2', 'paragraf-edition/3'].includes(manifest.schema) ? ['drawn', 'border'] : ['drawn'];
  const handedIn = codings.cells.filter((cell) => cell.codings.every((coding) => coding.submittedAt !== null));
  const pairs = handedIn.filter((cell) => causes.includes(cell.cause));
  const twice = handedIn.filter((cell) => cell.cause !== 'objection').length;
  const states = { scored: 1, withheld: 1, not_applicable: 2, not_assessed: 3 };
  const measured = (own) => ({
    pairs: own.length,
    equal: own.filter((cell) => cell.equal).length,
    levels: reliability(
      own
        .map((cell) => cell.codings.map((coding) => (coding.state === 'scored' ? coding.level : null)))
        .filter((values) => values.every((value) => value !== null)),
      'ordinal',
      seed,
    ),
  });
  return {
    ...(causes.length === 1 ? { twice } : {}),
    pairs: pairs.length,
    equal: pairs.filter((cell) => cell.equal).length,
    areas: manifest.areas.map(({ id }) => {
      const own = pairs.filter((cell) => cell.area === id);
      const coded = own.map((cell) => cell.codings.map((coding) => states[coding.state]));
      return { area: id, ...measured(own), states: reliability(coded, 'nominal', seed) };
    }),
    indicators: manifest.indicators.flatMap(({ id, area }) => {
      const own = pairs.filter((cell) => cell.indicator === id);
      return own.length === 0 ? [] : [{ indicator: id, area, ...measured(own) }];
    }),
  };
}

// ---------- comparison ----------

/** Checks every figure of the files; returns how many came out and a line for each that did not. */
export function recompute({ manifest, codings = null, cards = [] }) {
  const differences = [];
  let figures = 0;
  const same = (a, b) =>
    a === b ||
    (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)));
  const check = (path, published, again) => {
    if (again !== null && typeof again === 'object') {
      if (published === null || typeof published !== 'object')
        differences.push(`${path}: published ${JSON.stringify(published)}, computed ${JSON.stringify(again)}`);
      else {
        if (Array.isArray(again) && again.length !== published.length)
          differences.push(`${path}: published ${published.length} entries, computed ${again.length}`);
        for (const key of Object.keys(again)) check(`${path}.${key}`, published[key], again[key]);
      }
      return;
    }
    figures += 1;
    if (!same(published, again))
      differences.push(`${path}: published ${JSON.stringify(published)}, computed ${JSON.stringify(again)}`);
  };
  const scores = manifest.municipalities.map((row) => unitScores(manifest, row));
  const ranked = manifest.municipalities.filter((_, at) => scores[at].isTotal);
  const bases = scores.filter((each) => each.isTotal).map((each) => Number(rounded(each.total.score, manifest.decimals)));
  const { totals, variances } = manifest.uncertainty
    ? allSources(manifest, ranked)
    : { totals: drawnTotals(manifest, ranked), variances: null };
  // Since the sixth format nothing is ranked where an area is part of the totals in which coders agreed too little.
  const isRanked =
    variances === null || manifest.reliability.areas.every(({ levels }) => levels.alpha?.reading !== 'unreliable');
  const standing = standings(manifest, ranked, bases, totals);
  const near = isRanked ? neighbours(manifest, ranked, bases, totals, standing) : new Map();
  manifest.municipalities.forEach((row, at) => {
    const { areas, published, total, isTotal } = scores[at];
    const score = told(total, isTotal, manifest);
    check(`${row.teryt}.total`, row.total, score);
    areas.forEach(({ area, ...own }, place) =>
      check(`${row.teryt}.areas.${area.id}`, row.areas[area.id], told(own, published[place], manifest)),
    );
    check(`${row.teryt}.band`, row.band, bandOf(score.display, manifest.bands));
    const place = ranked.indexOf(row);
    check(`${row.teryt}.standing`, row.standing, isTotal && isRanked ? standing[place] : null);
    if (variances)
      check(
        `${row.teryt}.uncertainty`,
        row.uncertainty,
        isTotal ? uncertaintyOf(manifest, totals[place], variances[place]) : null,
      );
  });
  if (manifest.drawing) check('drawing.vector', manifest.drawing.vector, vector(manifest.drawing.vector.seed));
  if (variances) {
    check('uncertainty.shares', manifest.uncertainty.shares, sourceShares(variances));
    check(
      'uncertainty.codersMeasured',
      manifest.uncertainty.codersMeasured,
      coderRates(manifest.uncertainty.coders) !== null,
    );
    if (codings) check('uncertainty.coders', manifest.uncertainty.coders, disagreements(manifest, codings));
    const own = manifest.drawing.sources.vector;
    const seeds = [0, 1, 2, 3].map((stream) => streamSeed(own.seed, stream, own.teryt));
    check('drawing.sources.vector', own, { seeds, uniforms: seeds.map((seed) => generator(seed).uniform()) });
  }
  if (codings) check('reliability', manifest.reliability, reliabilities(manifest, codings));
  for (const card of cards) {
    const { teryt } = card.municipality;
    const at = manifest.municipalities.findIndex((row) => row.teryt === teryt);
    const row = manifest.municipalities[at];
    if (!row) {
      differences.push(`${teryt}: a card without a row in the edition`);
      continue;
    }
    check(`card ${teryt}.total`, card.total, row.total);
    if (variances) check(`card ${teryt}.uncertainty`, card.uncertainty, row.uncertainty);
    check(`card ${teryt}.neighbours`, card.neighbours, near.get(teryt) ?? []);
    for (const indicator of card.indicators) {
      const answer = row.answers[indicator.id];
      const item = manifest.indicators.find((each) => each.id === indicator.id);
      const share = isCounted(answer) ? shareOf(item, answer) : null;
      check(`card ${teryt}.${indicator.id}`, indicator, {
        points: share && shown(mul(HUNDRED, share), 2),
        earned: share && words(mul(of(item.weight), share)),
      });
    }
    for (const { area, own, all, earned } of scores[at].areas)
      check(`card ${teryt}.${area.id}`, card.areas.find((each) => each.id === area.id), {
        counted: words(own),
        applicable: words(all),
        earned: words(earned),
      });
  }
  return { figures, differences };
}

function main(files) {
  const read = files.map((file) => JSON.parse(readFileSync(file, 'utf8')));
  const manifest = read.find((each) => each.schema?.startsWith('paragraf-edition/'));
  if (!manifest) throw new Error('none of the files is the table of an edition (edition.json)');
  const codings = read.find((each) => each.schema?.startsWith('paragraf-codings/'));
  const cards = read.filter((each) => each.schema?.startsWith('paragraf-scorecard/'));
  const { figures, differences } = recompute({ manifest, codings, cards });
  for (const line of differences) console.log(line);
  console.log(`${figures} figures computed again, ${differences.length} differ`);
  return differences.length === 0 ? 0 : 1;
}

if (process.argv[1]?.endsWith('recompute.mjs')) {
  try {
    process.exitCode = main(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
