#!/usr/bin/env python3
"""Computes every figure of a Paragraf edition again from its published files, and says where they differ.

    python3 recompute.py edition.json [codings.json] [TERYT.json ...]

The files are those that the edition offers for download: the table of the edition, the double codings, the scorecards. Nothing else is
needed: no network, no package, Python 3.9 or newer. Exit code 0: every figure comes out; 1: at least one does not; 2: the files cannot
be read. Free to use, copy and change (CC0).

The draws: xoshiro128** 1.1 with its state from SplitMix64; doubles of 52 bits strictly between 0 and 1; normal numbers by the polar
method, the second of each pair dropped; gamma numbers after Marsaglia and Tsang; Dirichlet numbers from gamma numbers by area. Per draw
first all indicators by area and code, then the areas by code. Percentiles are nearest rank: element ceil(p N / 100).
Since the sixth format missing answers, coders and the mean of the areas are drawn, too: "drawing.sources" in the table says how.
"""
import json
import math
import sys
from bisect import bisect_left, bisect_right
from fractions import Fraction

# ---------- exact fractions ----------


def exact(number):
    """The number as it is written in decimal: 0.7 is seven tenths."""
    return Fraction(repr(number))


def words(value):
    return str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def rounded(value, decimals):
    """Half up on the exact value, in units of the last printed digit."""
    return math.floor(value * 10**decimals + Fraction(1, 2))


def shown(value, decimals):
    digits = str(rounded(value, decimals)).rjust(decimals + 1, "0")
    return digits if decimals == 0 else f"{digits[:-decimals]}.{digits[-decimals:]}"


# ---------- random numbers ----------

W32 = 0xFFFFFFFF
W64 = 0xFFFFFFFFFFFFFFFF


class Generator:
    def __init__(self, seed):
        state = []
        for _ in range(2):
            seed = (seed + 0x9E3779B97F4A7C15) & W64
            x = seed
            x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & W64
            x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & W64
            x ^= x >> 31
            state += [x & W32, x >> 32]
        self.a, self.b, self.c, self.d = state

    def word(self):
        x = (self.b * 5) & W32
        x = ((x << 7) | (x >> 25)) & W32
        result = (x * 9) & W32
        t = (self.b << 9) & W32
        self.c ^= self.a
        self.d ^= self.b
        self.b ^= self.c
        self.a ^= self.d
        self.c ^= t
        self.d = ((self.d << 11) | (self.d >> 21)) & W32
        return result

    def uniform(self):
        high = self.word() >> 6
        low = self.word() >> 6
        return (high * 67108864.0 + low + 0.5) / 4503599627370496.0

    def normal(self):
        while True:
            x = 2 * self.uniform() - 1
            y = 2 * self.uniform() - 1
            s = x * x + y * y
            if 0 < s < 1:
                return x * math.sqrt((-2 * math.log(s)) / s)

    def log_gamma(self, shape):
        if shape < 1:
            return self.log_gamma(shape + 1) + math.log(self.uniform()) / shape
        e = shape - 1 / 3
        f = 1 / math.sqrt(9 * e)
        while True:
            x = self.normal()
            v = (1 + f * x) ** 3
            if v <= 0:
                continue
            if math.log(self.uniform()) < 0.5 * x * x + e - e * v + e * math.log(v):
                return math.log(e) + math.log(v)

    def dirichlet(self, shapes):
        logs = [-math.inf if shape == 0 else self.log_gamma(shape) for shape in shapes]
        most = max(logs)
        sizes = [math.exp(log - most) for log in logs]
        total = 0.0
        for size in sizes:
            total += size
        return [size / total for size in sizes]


def vector(seed):
    """The first numbers of a seed, each list drawn anew."""
    word, uniform, normal, gamma = (Generator(seed) for _ in range(4))
    return {
        "words": [word.word() for _ in range(3)],
        "uniforms": [uniform.uniform() for _ in range(3)],
        "normals": [normal.normal() for _ in range(3)],
        "logGamma10": [gamma.log_gamma(10) for _ in range(3)],
        "dirichlet10": Generator(seed).dirichlet([10, 10, 10]),
    }


# ---------- scores ----------


def is_level(answer):
    return isinstance(answer, (int, float)) and not isinstance(answer, bool)


def is_counted(answer):
    return is_level(answer) or answer == "withheld"


def share_of(item, answer):
    if not is_level(answer):
        return Fraction(0)
    return (exact(answer) - exact(item["min"])) / (exact(item["max"]) - exact(item["min"]))


def weight(items):
    return sum((exact(item["weight"]) for item in items), Fraction(0))


def area_score(items, answers):
    answer = lambda item: answers.get(item["id"])
    applicable = [item for item in items if answer(item) != "not_applicable"]
    counted = [item for item in applicable if is_counted(answer(item))]
    earned = sum((exact(item["weight"]) * share_of(item, answer(item)) for item in counted), Fraction(0))
    total, own = weight(applicable), weight(counted)
    if total == 0:
        return {"score": None, "coverage": None, "low": None, "high": None, "all": total, "own": own, "earned": earned}
    return {
        "score": None if own == 0 else 100 * earned / own,
        "coverage": own / total,
        "low": 100 * earned / total,
        "high": 100 * (earned + total - own) / total,
        "all": total,
        "own": own,
        "earned": earned,
    }


def mean(parts):
    if not parts or any(value is None for _, value in parts):
        return None
    total = sum((own for own, _ in parts), Fraction(0))
    return None if total == 0 else sum((own * value for own, value in parts), Fraction(0)) / total


def unit_scores(manifest, row):
    areas = []
    for area in manifest["areas"]:
        items = [item for item in manifest["indicators"] if item["area"] == area["id"]]
        areas.append((area, area_score(items, row["answers"])))
    counting = [(area, score) for area, score in areas if area["weight"] != 0]
    by = lambda name: mean([(exact(area["weight"]), score[name]) for area, score in counting])
    everything = sum((score["all"] for _, score in counting), Fraction(0))
    counted = sum((score["own"] for _, score in counting), Fraction(0))
    total = {
        "score": by("score"),
        "low": by("low"),
        "high": by("high"),
        "coverage": None if everything == 0 else counted / everything,
    }
    covered = lambda score, limit: (
        score["score"] is not None and score["coverage"] is not None and score["coverage"] >= exact(limit)
    )
    published = [covered(score, manifest["minCoverageArea"]) for _, score in areas]
    is_total = all(area["weight"] == 0 or known for (area, _), known in zip(areas, published)) and covered(
        total, manifest["minCoverageTotal"]
    )
    return {"areas": areas, "published": published, "total": total, "is_total": is_total}


def told(score, is_published, manifest):
    """As the files give a score; since the third format one below the limit of coverage has no figure."""
    decimals = manifest["decimals"]
    hides = not is_published and manifest["schema"] != "paragraf-edition/2"
    display = lambda value: None if value is None else shown(value, decimals)
    double = lambda value: None if value is None else float(value)
    return {
        "exact": None if score["score"] is None or hides else words(score["score"]),
        "value": None if hides else double(score["score"]),
        "display": display(score["score"]) if is_published else None,
        "coverage": double(score["coverage"]),
        "low": double(score["low"]),
        "high": double(score["high"]),
        "lowDisplay": display(score["low"]),
        "highDisplay": display(score["high"]),
    }


def band_of(display, bands):
    if display is None:
        return None
    rising = sorted(bands, key=lambda band: band["min"])
    value = Fraction(display)
    at = max(place for place, band in enumerate(rising) if value >= exact(band["min"]))
    near = any(abs(value - exact(band["min"])) <= Fraction(3, 2) for band in rising[1:])
    above = rising[at + 1]["min"] if at + 1 < len(rising) else None
    return {"id": rising[at]["id"], "min": rising[at]["min"], "max": above, "nearBorder": near}


# ---------- ranks under drawn weights ----------


def drawn_totals(manifest, rows):
    """Totals of the given rows under every draw, in units of the last printed digit."""
    draws, seed = manifest["edition"]["draws"], manifest["edition"]["seed"]
    areas = sorted(manifest["areas"], key=lambda area: area["id"])
    items = [
        sorted((item for item in manifest["indicators"] if item["area"] == area["id"]), key=lambda item: item["id"])
        for area in areas
    ]
    whole = sum(area["weight"] for area in areas)
    shapes = [(10 * len(areas) * area["weight"]) / whole for area in areas]
    points = []
    for row in rows:
        unit = []
        for area, own in zip(areas, items):
            counted = []
            for place, item in enumerate(own):
                answer = row["answers"].get(item["id"])
                if not is_counted(answer):
                    continue
                span = item["max"] - item["min"]
                counted.append((place, (100 * (answer - item["min"])) / span if is_level(answer) else 0.0))
            unit.append(counted if area["weight"] != 0 else None)
        points.append(unit)
    random = Generator(seed)
    totals = [[] for _ in rows]
    scale = 10 ** manifest["decimals"]
    for _ in range(draws):
        weights = [[item["weight"] * (1 + 0.5 * (2 * random.uniform() - 1)) for item in own] for own in items]
        shares = random.dirichlet(shapes)
        for at, unit in enumerate(points):
            total = 0.0
            for own, counted, share in zip(weights, unit, shares):
                if counted is None:
                    continue
                earned = weighed = 0.0
                for place, value in counted:
                    earned += own[place] * value
                    weighed += own[place]
                total += earned * (share / weighed)
            totals[at].append(math.floor(total * scale + 0.5 + 1e-9))
    return totals


# ---------- since the sixth format: missing answers, coders and the mean of the areas are drawn, too ----------


def stream_seed(seed, stream, teryt):
    return ((seed % 225_000_000) * 4 + stream) * 10_000_000 + int(teryt)


def coder_rates(counts):
    """By area the shares of pairs that are 1, 2, ... levels apart; None where there are too few pairs."""
    pairs = sum(each["pairs"] for each in counts)
    if pairs < 20:
        return None
    most = max((len(each["differ"]) for each in counts), default=0)
    together = [sum((each["differ"] + [0] * most)[at] for each in counts) for at in range(most)]
    return {
        own["area"]: [each / own["pairs"] for each in own["differ"]]
        if own["pairs"] >= 20
        else [each / pairs for each in together]
        for own in counts
    }


def weight_sets(areas, items, seed, draws):
    """Weight sets of a seed: per draw all indicators by area and code, then the areas."""
    whole = sum(area["weight"] for area in areas)
    shapes = [(10 * len(areas) * area["weight"]) / whole for area in areas]
    random = Generator(seed)
    sets = []
    for _ in range(draws):
        weights = [[item["weight"] * (1 + 0.5 * (2 * random.uniform() - 1)) for item in own] for own in items]
        sets.append((weights, random.dirichlet(shapes)))
    return sets


def other_level(item, level, own, v):
    limit = 0.0
    for index, rate in enumerate(own):
        start = limit
        limit += rate
        others = [each for each in (level - index - 1, level + index + 1) if item["min"] <= each <= item["max"]]
        if len(others) == 2 and v < start + rate / 2:
            return others[0]
        if v < limit or index == len(own) - 1:
            return others[-1] if others else level
    return level


def answer_draws(manifest, areas, items, row, which):
    """The answers of one municipality, drawn anew with every step: by area the points, None where an indicator does not apply."""
    seed = manifest["edition"]["seed"]
    rates = coder_rates(manifest["uncertainty"]["coders"])
    missing = Generator(stream_seed(seed, which, row["teryt"]))
    coders = Generator(stream_seed(seed, which + 1, row["teryt"]))
    points = lambda item, level: (100 * (level - item["min"])) / (item["max"] - item["min"])
    answer_to = lambda item: row["answers"].get(item["id"], "not_assessed")
    base = []
    for own in items:
        base.append(
            [
                None
                if answer_to(item) == "not_applicable"
                else points(item, answer_to(item))
                if is_level(answer_to(item))
                else 0.0
                for item in own
            ]
        )
    plan = []
    for at, area in enumerate(areas):
        if area["weight"] == 0:
            continue
        own = [] if rates is None else rates[area["id"]]
        rate = 0.0
        for each in own:
            rate += each
        log = -math.inf if rate >= 1 else math.log(1 - rate)
        coded = [(place, item, answer_to(item)) for place, item in enumerate(items[at]) if is_level(answer_to(item))]
        absent = [
            (place, max(2, math.floor(item["max"] - item["min"]) + 1))
            for place, item in enumerate(items[at])
            if answer_to(item) == "not_assessed"
        ]
        plan.append({"at": at, "own": own, "rate": rate, "log": log, "coded": coded, "absent": absent})
    skip = lambda area: math.floor(math.log(coders.uniform()) / area["log"])
    for area in plan:
        area["before"] = skip(area) if area["rate"] > 0 else math.inf
    places = {
        "missing": [(area["at"], place) for area in plan for place, _ in area["absent"]],
        "coders": [(area["at"], place) for area in plan for place, _, _ in area["coded"]],
    }

    def step():
        drawn = [list(own) for own in base]
        for area in plan:
            for place, levels in area["absent"]:
                drawn[area["at"]][place] = (100 * math.floor(missing.uniform() * levels)) / (levels - 1)
        for area in plan:
            at = area["before"]
            while at < len(area["coded"]):
                place, item, level = area["coded"][at]
                other = other_level(item, level, area["own"], coders.uniform() * area["rate"])
                drawn[area["at"]][place] = points(item, other)
                at += 1 + skip(area)
            area["before"] = at - len(area["coded"])
        return drawn

    return step, places


def both_means(areas, points, weight_set):
    """The total by both means."""
    weights, shares = weight_set
    whole = 0.0
    for share in shares:
        whole += share
    total = logs = 0.0
    for at, own in enumerate(points):
        if areas[at]["weight"] == 0:
            continue
        earned = weighed = 0.0
        for one, value in zip(weights[at], own):
            if value is None:
                continue
            earned += one * value
            weighed += one
        share = shares[at] / whole
        total += share * (earned / weighed)
        logs += share * math.log(max(1.0, earned / weighed))
    return total, math.exp(logs)


def all_sources(manifest, rows):
    """Totals under every draw by the arithmetic, then by the geometric mean, and what each source explains of their variance."""
    draws, seed = manifest["edition"]["draws"], manifest["edition"]["seed"]
    tried = manifest["uncertainty"]["sensitivityDraws"]
    areas = sorted(manifest["areas"], key=lambda area: area["id"])
    items = [
        sorted((item for item in manifest["indicators"] if item["area"] == area["id"]), key=lambda item: item["id"])
        for area in areas
    ]
    set_a = weight_sets(areas, items, seed, draws)
    set_b = weight_sets(areas, items, stream_seed(seed, 2, 0), tried)
    scale = 10 ** manifest["decimals"]
    rounded = lambda total: math.floor(total * scale + 0.5 + 1e-9)
    totals, variances = [], []
    for row in rows:
        next_a, places = answer_draws(manifest, areas, items, row, 0)
        next_b, _ = answer_draws(manifest, areas, items, row, 2)
        found = {name: [] for name in ("arithmetic", "geometric", "b", "weights", "missing", "coders")}
        middle = lambda points, weights: sum(both_means(areas, points, weights)) / 2
        own = ([], [])
        for draw in range(draws):
            a = next_a()
            arithmetic, geometric = both_means(areas, a, set_a[draw])
            own[0].append(rounded(arithmetic))
            own[1].append(rounded(geometric))
            if draw >= tried:
                continue
            b = next_b()
            found["arithmetic"].append(arithmetic)
            found["geometric"].append(geometric)
            found["b"].append(middle(b, set_b[draw]))
            found["weights"].append(middle(a, set_b[draw]))
            for source in ("missing", "coders"):
                mixed = [list(each) for each in a]
                for area, place in places[source]:
                    mixed[area][place] = b[area][place]
                found[source].append(middle(mixed, set_a[draw]))
        totals.append(own[0] + own[1])
        means = [math.fsum(found[name]) / tried for name in ("arithmetic", "geometric")]
        center = (means[0] + means[1]) / 2
        halves = [(x + y) / 2 for x, y in zip(found["arithmetic"], found["geometric"])]
        explained = lambda values: (
            math.fsum((b - center) * (value - half) for b, value, half in zip(found["b"], values, halves)) / tried
        )
        variances.append(
            {
                "variance": math.fsum((value - center) ** 2 for value in found["arithmetic"] + found["geometric"])
                / (2 * tried),
                "weights": explained(found["weights"]),
                "missing": explained(found["missing"]),
                "coders": explained(found["coders"]) if manifest["uncertainty"]["codersMeasured"] else None,
                "aggregation": ((means[0] - means[1]) / 2) ** 2,
            }
        )
    return totals, variances


def source_shares(variances):
    variance = math.fsum(each["variance"] for each in variances)
    if variance == 0:
        return None
    share = lambda name: min(1.0, max(0.0, math.fsum(each[name] for each in variances) / variance))
    return {
        "weights": share("weights"),
        "missing": share("missing"),
        "coders": None if any(each["coders"] is None for each in variances) else share("coders"),
        "aggregation": share("aggregation"),
    }


def uncertainty_of(manifest, own, variance):
    ordered = sorted(own)
    decimals = manifest["decimals"]
    element = lambda percent: shown(Fraction(ordered[-(-percent * len(ordered) // 100) - 1], 10**decimals), decimals)
    return {"from": element(5), "to": element(95), "shares": source_shares([variance])}


def disagreements(manifest, codings):
    """Pairs of levels of the drawn questions that both coders handed in: how many, and how many are 1, 2, ... apart."""
    found = []
    for area in manifest["areas"]:
        apart = [
            abs(cell["codings"][0]["level"] - cell["codings"][1]["level"])
            for cell in codings["cells"]
            if cell["area"] == area["id"]
            and cell["cause"] == "drawn"
            and all(
                each["submittedAt"] is not None and each["state"] == "scored" and each["level"] is not None
                for each in cell["codings"]
            )
        ]
        differ = [apart.count(at + 1) for at in range(max(apart, default=0))]
        found.append({"area": area["id"], "pairs": len(apart), "differ": differ})
    return found


def standings(manifest, rows, bases, totals):
    draws = len(totals[0]) if totals else 0
    ranks = [[] for _ in rows]
    bottom = [0] * len(rows)
    for draw in range(draws):
        ordered = sorted(own[draw] for own in totals)
        for at, own in enumerate(totals):
            ranks[at].append(len(ordered) - bisect_right(ordered, own[draw]) + 1)
            if bisect_left(ordered, own[draw]) < 10:
                bottom[at] += 1
    # Since the fifth format: where the first ten and the last ten would be partly the same, neither is given.
    older = manifest["schema"] in ("paragraf-edition/2", "paragraf-edition/3", "paragraf-edition/4")
    overlap = not older and len(rows) < 20
    found = []
    for at in range(len(rows)):
        ordered = sorted(ranks[at])
        element = lambda percent: ordered[max(1, -(-percent * draws // 100)) - 1]
        found.append(
            {
                "rank": 1 + sum(1 for base in bases if base > bases[at]),
                "of": len(rows),
                "median": element(50),
                "p05": element(5),
                "p95": element(95),
                "top10": None if overlap else sum(1 for rank in ordered if rank <= 10) / draws,
                "bottom10": None if overlap else bottom[at] / draws,
            }
        )
    return found


def neighbours(manifest, rows, totals, standing):
    draws = manifest["edition"]["draws"]
    # One list of draws for each mean of the areas; older formats have the arithmetic one alone.
    means = len(totals[0]) // draws if totals else 1
    order = sorted(range(len(rows)), key=lambda at: (standing[at]["rank"], rows[at]["teryt"]))
    found = {}
    for place, own in enumerate(order):
        near = []
        for other in order[max(0, place - 2) : place + 3]:
            if other == own:
                continue
            parts = [slice(mean * draws, (mean + 1) * draws) for mean in range(means)]
            won = [sum(1 for a, b in zip(totals[own][part], totals[other][part]) if a > b) for part in parts]
            lost = [sum(1 for a, b in zip(totals[own][part], totals[other][part]) if a < b) for part in parts]
            relation = "not-distinguishable"
            if all(100 * each >= 95 * draws for each in lost):
                relation = "clearly-higher"
            elif all(100 * each >= 95 * draws for each in won):
                relation = "clearly-lower"
            total = rows[other]["total"]
            entry = {
                "teryt": rows[other]["teryt"],
                "name": rows[other]["name"],
                "total": total["display"],
                "relation": relation,
                "share": sum(won) / (means * draws),
            }
            if means == 2:
                entry["low"], entry["high"] = total["lowDisplay"], total["highDisplay"]
                entry["byMean"] = {"arithmetic": won[0] / draws, "geometric": won[1] / draws}
            near.append(entry)
        found[rows[own]["teryt"]] = near
    return found


# ---------- reliability ----------


def alpha_of(units, level):
    categories = sorted({value for unit in units for value in unit})
    place = {value: at for at, value in enumerate(categories)}
    size = len(categories)
    cells = [[0] * size for _ in range(size)]
    for a, b in units:
        cells[place[a]][place[b]] += 1
        cells[place[b]][place[a]] += 1
    sums = [sum(row) for row in cells]
    up_to = [sum(sums[: at + 1]) for at in range(size)]
    observed = expected = 0.0
    for c in range(size):
        for k in range(c + 1, size):
            distance = 1 if level == "nominal" else (up_to[k] - up_to[c] + sums[c] - (sums[c] + sums[k]) / 2) ** 2
            observed += cells[c][k] * distance
            expected += sums[c] * sums[k] * distance
    return None if expected == 0 else 1 - ((2 * len(units) - 1) * observed) / expected


def key_of(unit):
    return " ".join(str(value) for value in unit)


def reliability(units, level, seed):
    base = {
        "units": len(units),
        "values": 2 * len(units),
        "agreement": sum(1 for a, b in units if a == b) / len(units) if units else None,
        "alpha": None,
    }
    if not units:
        return {**base, "reason": "no-pairs"}
    value = alpha_of(units, level)
    if value is None:
        return {**base, "reason": "no-variation"}
    if len(units) < 20:
        return {**base, "reason": "too-few-units"}
    ordered = sorted((sorted(unit) for unit in units), key=key_of)
    random = Generator(seed)
    alphas = []
    for _ in range(2000):
        sample = [ordered[math.floor(random.uniform() * len(ordered))] for _ in ordered]
        alpha = alpha_of(sample, level)
        if alpha is not None:
            alphas.append(alpha)
    alphas.sort()
    element = lambda share: alphas[max(1, -(-share * len(alphas) // 1000)) - 1]
    has = 2 * len(alphas) >= 2000
    reading = "reliable" if value >= 0.8 else "tentative" if value >= 0.667 else "unreliable"
    ends = {"from": element(25), "to": element(975)} if has else {"from": None, "to": None}
    return {**base, "alpha": {"value": value, **ends, "reading": reading}, "reason": None}


STATES = {"scored": 1, "withheld": 1, "not_applicable": 2, "not_assessed": 3}


def reliabilities(manifest, codings):
    seed = manifest["reliability"]["seed"]
    older = manifest["schema"] in ("paragraf-edition/2", "paragraf-edition/3")
    causes = ("drawn", "border") if older else ("drawn",)
    handed_in = [
        cell for cell in codings["cells"] if all(coding["submittedAt"] is not None for coding in cell["codings"])
    ]
    pairs = [cell for cell in handed_in if cell["cause"] in causes]
    twice = sum(1 for cell in handed_in if cell["cause"] != "objection")

    def measured(own):
        levels = [[coding["level"] if coding["state"] == "scored" else None for coding in cell["codings"]] for cell in own]
        return {
            "pairs": len(own),
            "equal": sum(1 for cell in own if cell["equal"]),
            "levels": reliability([unit for unit in levels if None not in unit], "ordinal", seed),
        }

    areas = []
    for area in manifest["areas"]:
        own = [cell for cell in pairs if cell["area"] == area["id"]]
        coded = [[STATES[coding["state"]] for coding in cell["codings"]] for cell in own]
        areas.append({"area": area["id"], **measured(own), "states": reliability(coded, "nominal", seed)})
    indicators = []
    for item in manifest["indicators"]:
        own = [cell for cell in pairs if cell["indicator"] == item["id"]]
        if own:
            indicators.append({"indicator": item["id"], "area": item["area"], **measured(own)})
    return {
        **({} if older else {"twice": twice}),
        "pairs": len(pairs),
        "equal": sum(1 for cell in pairs if cell["equal"]),
        "areas": areas,
        "indicators": indicators,
    }


# ---------- comparison ----------


class Check:
    def __init__(self):
        self.figures = 0
        self.differences = []

    def say(self, path, published, again):
        self.differences.append(f"{path}: published {json.dumps(published)}, computed {json.dumps(again)}")

    def compare(self, path, published, again):
        if isinstance(again, dict):
            if not isinstance(published, dict):
                return self.say(path, published, again)
            for key, value in again.items():
                self.compare(f"{path}.{key}", published.get(key), value)
        elif isinstance(again, list):
            if not isinstance(published, list) or len(published) != len(again):
                return self.say(path, published, again)
            for at, value in enumerate(again):
                self.compare(f"{path}.{at}", published[at], value)
        else:
            self.figures += 1
            if not same(published, again):
                self.say(path, published, again)


def same(a, b):
    if is_level(a) and is_level(b):
        return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
    return type(a) is type(b) and a == b


def recompute(manifest, codings, cards):
    check = Check()
    rows = manifest["municipalities"]
    scores = [unit_scores(manifest, row) for row in rows]
    ranked = [row for row, score in zip(rows, scores) if score["is_total"]]
    bases = [rounded(score["total"]["score"], manifest["decimals"]) for score in scores if score["is_total"]]
    totals, variances = all_sources(manifest, ranked) if "uncertainty" in manifest else (drawn_totals(manifest, ranked), None)
    # Since the sixth format nothing is ranked where an area is part of the totals in which coders agreed too little.
    is_ranked = variances is None or all(
        (area["levels"]["alpha"] or {}).get("reading") != "unreliable" for area in manifest["reliability"]["areas"]
    )
    standing = standings(manifest, ranked, bases, totals)
    near = neighbours(manifest, ranked, totals, standing) if is_ranked else {}
    by_code = {row["teryt"]: own for row, own in zip(ranked, standing)} if is_ranked else {}
    uncertain = {}
    if variances is not None:
        for row, own, variance in zip(ranked, totals, variances):
            uncertain[row["teryt"]] = uncertainty_of(manifest, own, variance)
    for row, score in zip(rows, scores):
        code = row["teryt"]
        total = told(score["total"], score["is_total"], manifest)
        check.compare(f"{code}.total", row["total"], total)
        for (area, own), known in zip(score["areas"], score["published"]):
            check.compare(f"{code}.areas.{area['id']}", row["areas"].get(area["id"]), told(own, known, manifest))
        check.compare(f"{code}.band", row["band"], band_of(total["display"], manifest["bands"]))
        check.compare(f"{code}.standing", row["standing"], by_code.get(code))
        if variances is not None:
            check.compare(f"{code}.uncertainty", row["uncertainty"], uncertain.get(code))
    if "drawing" in manifest:
        known = manifest["drawing"]["vector"]
        check.compare("drawing.vector", known, vector(known["seed"]))
    if variances is not None:
        told_of = manifest["uncertainty"]
        check.compare("uncertainty.shares", told_of["shares"], source_shares(variances))
        check.compare("uncertainty.codersMeasured", told_of["codersMeasured"], coder_rates(told_of["coders"]) is not None)
        if codings is not None:
            check.compare("uncertainty.coders", told_of["coders"], disagreements(manifest, codings))
        known = manifest["drawing"]["sources"]["vector"]
        seeds = [stream_seed(known["seed"], stream, known["teryt"]) for stream in range(4)]
        again = {"seeds": seeds, "uniforms": [Generator(seed).uniform() for seed in seeds]}
        check.compare("drawing.sources.vector", known, again)
    if codings is not None:
        check.compare("reliability", manifest["reliability"], reliabilities(manifest, codings))
    items = {item["id"]: item for item in manifest["indicators"]}
    places = {row["teryt"]: at for at, row in enumerate(rows)}
    for card in cards:
        code = card["municipality"]["teryt"]
        if code not in places:
            check.differences.append(f"{code}: a card without a row in the edition")
            continue
        row, score = rows[places[code]], scores[places[code]]
        check.compare(f"card {code}.total", card["total"], row["total"])
        if variances is not None:
            check.compare(f"card {code}.uncertainty", card["uncertainty"], row["uncertainty"])
        check.compare(f"card {code}.neighbours", card["neighbours"], near.get(code, []))
        for indicator in card["indicators"]:
            item, answer = items[indicator["id"]], row["answers"].get(indicator["id"])
            share = share_of(item, answer) if is_counted(answer) else None
            again = {"points": None, "earned": None}
            if share is not None:
                again = {"points": shown(100 * share, 2), "earned": words(exact(item["weight"]) * share)}
            check.compare(f"card {code}.{item['id']}", indicator, again)
        own_areas = {area["id"]: area for area in card["areas"]}
        for area, own in score["areas"]:
            again = {"counted": words(own["own"]), "applicable": words(own["all"]), "earned": words(own["earned"])}
            check.compare(f"card {code}.{area['id']}", own_areas.get(area["id"]), again)
    return check


def main(files):
    read = []
    for name in files:
        with open(name, encoding="utf-8") as file:
            read.append(json.load(file))
    kind = lambda name: [each for each in read if str(each.get("schema", "")).startswith(f"paragraf-{name}/")]
    if not kind("edition"):
        raise ValueError("none of the files is the table of an edition (edition.json)")
    check = recompute(kind("edition")[0], (kind("codings") or [None])[0], kind("scorecard"))
    for line in check.differences:
        print(line)
    print(f"{check.figures} figures computed again, {len(check.differences)} differ")
    return 1 if check.differences else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (OSError, ValueError, KeyError) as error:
        print(error, file=sys.stderr)
        sys.exit(2)
