#!/usr/bin/env python3
"""Computes every figure of a Paragraf edition again from its published files, and says where they differ.

    python3 recompute.py edition.json [codings.json] [TERYT.json ...]

The files are those that the edition offers for download: the table of the edition, the double codings, the scorecards. Nothing else is
needed: no network, no package, Python 3.9 or newer. Exit code 0: every figure comes out; 1: at least one does not; 2: the files cannot
be read. Free to use, copy and change (CC0).

The draws: xoshiro128** 1.1 with its state from SplitMix64; doubles of 52 bits strictly between 0 and 1; normal numbers by the polar
method, the second of each pair dropped; gamma numbers after Marsaglia and Tsang; Dirichlet numbers from gamma numbers by area. Per draw
first all indicators by area and code, then the areas by code. Percentiles are nearest rank: element ceil(p N / 100).
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


def standings(manifest, rows, bases, totals):
    draws = manifest["edition"]["draws"]
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
    order = sorted(range(len(rows)), key=lambda at: (standing[at]["rank"], rows[at]["teryt"]))
    found = {}
    for place, own in enumerate(order):
        near = []
        for other in order[max(0, place - 2) : place + 3]:
            if other == own:
                continue
            won = sum(1 for a, b in zip(totals[own], totals[other]) if a > b)
            lost = sum(1 for a, b in zip(totals[own], totals[other]) if a < b)
            relation = "not-distinguishable"
            if 100 * max(won, lost) >= 95 * draws:
                relation = "clearly-higher" if lost > won else "clearly-lower"
            near.append(
                {
                    "teryt": rows[other]["teryt"],
                    "name": rows[other]["name"],
                    "total": rows[other]["total"]["display"],
                    "relation": relation,
                    "share": won / draws,
                }
            )
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
    totals = drawn_totals(manifest, ranked)
    standing = standings(manifest, ranked, bases, totals)
    near = neighbours(manifest, ranked, totals, standing)
    by_code = {row["teryt"]: own for row, own in zip(ranked, standing)}
    for row, score in zip(rows, scores):
        code = row["teryt"]
        total = told(score["total"], score["is_total"], manifest)
        check.compare(f"{code}.total", row["total"], total)
        for (area, own), known in zip(score["areas"], score["published"]):
            check.compare(f"{code}.areas.{area['id']}", row["areas"].get(area["id"]), told(own, known, manifest))
        check.compare(f"{code}.band", row["band"], band_of(total["display"], manifest["bands"]))
        check.compare(f"{code}.standing", row["standing"], by_code.get(code))
    if "drawing" in manifest:
        known = manifest["drawing"]["vector"]
        check.compare("drawing.vector", known, vector(known["seed"]))
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
