#!/usr/bin/env python3
"""The window's update as a good notebook would write it: numpy, scipy and matplotlib (Agg).

Usage: frame.py OUTPUT_OF_BENCH_FRAME [STEPS]

Every step of p, M or lambda draws as many trials as the window's first picture held (read from the
output of bench_frame), and paints at 1280 x 800 what the window paints: the histogram with its laws,
band and residuals, the distance to the laws against the number of trials, one mask, for random
units the pairs of kept and dropped units, and the table of checks. Where the two differ, the work
here is less: the band is Bonferroni's and not searched for; the expected distance is its limit for
many trials; tolerances are normal.

Three ways: artists are made once and given new data, with every unit drawn as in the window; the
same, with one binomial count a trial, which is less work and no longer the same; or every unit
drawn, and all figures cleared and drawn anew.

Prints the median, 95 % and the longest of each, and how many times faster the window was.
"""
import re
import sys
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from scipy import stats

UNITS = 1000
PLANNED = 1_000_000
MOST_PAIRS = 2000
CHECKPOINTS = np.unique(np.rint(10 ** (np.arange(0, 49) / 8)).astype(int))


def kept_of_masks(rng, layer, p, trials):
    """Every unit of every trial drawn, as the window does, in blocks that stay in the cache."""
    layer = np.broadcast_to(layer, trials)
    kept = np.empty(trials, dtype=int)
    for first in range(0, trials, 256):
        part = layer[first:first + 256]
        mask = rng.random((len(part), part.max()), dtype=np.float32) >= p
        if part.min() < part.max():
            mask &= np.arange(part.max()) < part[:, None]
        kept[first:first + 256] = np.count_nonzero(mask, axis=1)
    return kept


class Update:
    """Everything one picture shows, computed for one setting."""

    def __init__(self, rng, trials, p, units, rate, random_units, every_unit=False):
        q = 1 - p
        layer = rng.poisson(rate, trials) if random_units else units
        kept = kept_of_masks(rng, layer, p, trials) if every_unit else rng.binomial(layer, q, trials)
        law = stats.poisson(rate * q) if random_units else stats.binom(units, q)
        first, last = int(law.ppf(1e-6)) - 1, int(law.isf(1e-6)) + 1
        self.k = np.arange(first, last + 1)
        self.counts = np.bincount(np.clip(kept, first, last) - first, minlength=len(self.k))
        self.law = law.pmf(self.k)
        self.other = None if random_units else stats.poisson.pmf(self.k, units * q)
        self.trials = trials
        self.fraction = self.counts / trials
        tail = 0.025 / len(self.k)
        self.low = stats.binom.ppf(tail, trials, self.law) / trials
        self.high = stats.binom.isf(tail, trials, self.law) / trials
        self.residuals = self.deviance_residuals()
        self.distances(kept - first)
        self.mask = self.first_mask(rng, p, units)
        self.pairs = None
        if random_units:
            self.pairs = np.column_stack([kept, layer - kept])[:MOST_PAIRS]
        self.rows = self.checks(kept, law)

    def deviance_residuals(self):
        expected = self.trials * self.law
        gap = self.counts - expected
        with np.errstate(divide="ignore", invalid="ignore"):
            cross = np.where(self.counts > 0, self.counts * np.log(self.counts / expected), 0)
        return np.sign(gap) * np.sqrt(np.maximum(0, 2 * (cross - gap)))

    def distances(self, index):
        self.checkpoints = CHECKPOINTS[CHECKPOINTS <= self.trials]
        inside = np.clip(index, 0, len(self.k) - 1)
        histogram = np.zeros(len(self.k))
        done = 0
        self.to_law, self.to_other = [], []
        for n in self.checkpoints:
            histogram += np.bincount(inside[done:n], minlength=len(self.k))
            done = n
            self.to_law.append(np.abs(histogram / n - self.law).sum() / 2)
            if self.other is not None:
                self.to_other.append(np.abs(histogram / n - self.other).sum() / 2)
        noise = np.sqrt(self.law * (1 - self.law)).sum() / np.sqrt(2 * np.pi)
        self.expected = noise / np.sqrt(self.checkpoints)
        self.plateau = 0 if self.other is None else np.abs(self.law - self.other).sum() / 2

    @staticmethod
    def first_mask(rng, p, units):
        rows = -(-units // 64)
        mask = np.full(rows * 64, np.nan)
        mask[:units] = rng.random(units) >= p
        return mask.reshape(rows, 64)

    def checks(self, kept, law):
        mean, variance = kept.mean(), kept.var(ddof=1)
        theory_mean, theory_variance = (float(x) for x in law.stats("mv"))
        full = self.trials * self.law >= 5
        expected = self.trials * self.law[full]
        fit = stats.power_divergence(
            self.counts[full], expected * self.counts[full].sum() / expected.sum(),
            lambda_="cressie-read")
        mean_error = np.sqrt(theory_variance / self.trials)
        variance_error = theory_variance * np.sqrt(2 / self.trials)
        dispersion = variance / mean
        return [
            ("mean kept", mean, mean_error, theory_mean),
            ("variance", variance, variance_error, theory_variance),
            ("goodness of fit", fit.statistic, np.sqrt(2 * full.sum()), full.sum() - 1),
            ("total variation", self.to_law[-1], self.expected[-1] / 10, self.expected[-1]),
            ("index of dispersion", dispersion, np.sqrt(2 / self.trials), 1.0),
        ]


def texts(update):
    cells = []
    for title, measured, error, theory in update.rows:
        z = (measured - theory) / error
        word = "agrees" if abs(z) < 4 else "differs"
        cells.append((title, f"{measured:.4g} ± {error:.2g}", f"{theory:.4g}", f"{z:+.1f}", word))
    return cells


def title_of(update):
    return f"How many of {UNITS} units survive?  {update.trials} trials"


class Page:
    """The figure and the places in it."""

    def __init__(self, random_units):
        self.random_units = random_units
        self.figure = plt.figure(figsize=(12.8, 8), dpi=100)

    def make_axes(self):
        columns = 3 if self.random_units else 2
        grid = self.figure.add_gridspec(4, columns, height_ratios=[4, 1, 3, 2.4], hspace=0.45)
        self.main = self.figure.add_subplot(grid[0, :])
        self.strip = self.figure.add_subplot(grid[1, :])
        self.curve = self.figure.add_subplot(grid[2, 0])
        self.image = self.figure.add_subplot(grid[2, 1])
        self.scatter = self.figure.add_subplot(grid[2, 2]) if self.random_units else None
        self.table = self.figure.add_subplot(grid[3, :])
        self.table.axis("off")

    def draw(self):
        self.figure.canvas.draw()
        return np.asarray(self.figure.canvas.buffer_rgba())

    def set_ranges(self, update):
        self.main.set_xlim(update.k[0], update.k[-1])
        self.main.set_ylim(0, max(update.high.max(), update.fraction.max()) * 1.05)
        self.strip.set_xlim(update.k[0], update.k[-1])
        if self.scatter:
            self.scatter.set_xlim(update.pairs[:, 0].min(), update.pairs[:, 0].max())
            self.scatter.set_ylim(update.pairs[:, 1].min(), update.pairs[:, 1].max())


class Notebook(Page):
    """Clears the figure and draws everything anew."""

    def show(self, update):
        self.figure.clear()
        self.make_axes()
        edges = np.append(update.k, update.k[-1] + 1) - 0.5
        self.bars = self.main.stairs(update.fraction, edges, fill=True, label="simulated")
        self.band = self.main.stairs(update.high, edges, baseline=update.low, fill=True,
                                     alpha=0.28, label="95 % band")
        (self.law,) = self.main.plot(update.k, update.law, lw=2, label="law")
        if update.other is not None:
            (self.other,) = self.main.plot(update.k, update.other, "--", lw=2, label="Poisson")
        self.heading = self.main.set_title(title_of(update))
        self.main.legend(loc="upper right")
        self.residuals = self.strip.stairs(update.residuals, edges, fill=True)
        self.strip.set_ylim(-4, 4)
        (self.to_law,) = self.curve.loglog(update.checkpoints, update.to_law, "o")
        (self.expected,) = self.curve.loglog(update.checkpoints, update.expected, "--")
        if update.other is not None:
            (self.to_other,) = self.curve.loglog(update.checkpoints, update.to_other, "^")
            self.plateau = self.curve.axhline(max(update.plateau, 1e-9), ls="--")
        self.curve.set_xlim(1, PLANNED)
        self.curve.set_ylim(1e-4, 2)
        self.picture = self.image.imshow(update.mask, aspect="auto", vmin=0, vmax=1)
        if update.pairs is not None:
            (self.dots,) = self.scatter.plot(update.pairs[:, 0], update.pairs[:, 1], ".", ms=3)
        self.words = [[self.table.text(x, 0.9 - 0.2 * row, word)
                       for x, word in zip((0, 0.25, 0.45, 0.6, 0.7), line)]
                      for row, line in enumerate(texts(update))]
        self.set_ranges(update)
        return self.draw()


class Reusing(Notebook):
    """Draws once and then only gives the artists new data."""

    made = False

    def show(self, update):
        if not self.made:
            self.made = True
            return super().show(update)
        edges = np.append(update.k, update.k[-1] + 1) - 0.5
        self.bars.set_data(update.fraction, edges)
        self.band.set_data(update.high, edges, update.low)
        self.law.set_data(update.k, update.law)
        self.residuals.set_data(update.residuals, edges)
        self.heading.set_text(title_of(update))
        self.to_law.set_data(update.checkpoints, update.to_law)
        self.expected.set_data(update.checkpoints, update.expected)
        if update.other is not None:
            self.other.set_data(update.k, update.other)
            self.to_other.set_data(update.checkpoints, update.to_other)
            self.plateau.set_ydata([max(update.plateau, 1e-9)] * 2)
        if self.picture.get_array().shape == update.mask.shape:
            self.picture.set_data(update.mask)
        else:
            self.picture.remove()
            self.picture = self.image.imshow(update.mask, aspect="auto", vmin=0, vmax=1)
        if update.pairs is not None:
            self.dots.set_data(update.pairs[:, 0], update.pairs[:, 1])
        for line, words in zip(self.words, texts(update)):
            for artist, word in zip(line, words):
                artist.set_text(word)
        self.set_ranges(update)
        return self.draw()


def settings(steps):
    """The steps of bench_frame: p, M and lambda, each (p, M, lambda, random units)."""
    near = [1100, 1000, 990, 1000]
    for i in range(steps):
        place = i % 100
        yield 0.2 + 0.01 * (place if place < 50 else 100 - place), UNITS, 0, False
    for i in range(steps):
        yield 0.5, near[i % 4], 0, False
    for i in range(steps):
        yield 0.5, UNITS, near[i % 4], True


def measure(kind, every_unit, trials, steps):
    rng = np.random.default_rng(1)
    pages = {random: kind(random) for random in (False, True)}
    for random, page in pages.items():
        page.show(Update(rng, trials, 0.5, UNITS, UNITS, random))
    times = []
    for p, units, rate, random in settings(steps):
        begun = time.perf_counter()
        pages[random].show(Update(rng, trials, p, units, rate, random, every_unit))
        times.append((time.perf_counter() - begun) * 1e3)
    plt.close("all")
    return np.array(times)


def number_after(label, text):
    return float(re.search(label + r"\s+median\s+([\d.]+)", text).group(1))


def main():
    text = open(sys.argv[1], encoding="utf-8").read()
    steps = int(sys.argv[2]) if len(sys.argv) > 2 else 30
    ours = number_after("all steps", text)
    trials = max(2, int(number_after("trials in that picture", text)))
    print(f"The same update with {trials} trials in numpy {np.__version__}, scipy and matplotlib "
          f"{matplotlib.__version__} (Agg):")
    for name, kind, every_unit in (("artists given new data", Reusing, True),
                                   ("  counts, not units", Reusing, False),
                                   ("cleared and redrawn", Notebook, True)):
        times = measure(kind, every_unit, trials, steps)
        print(f"{name:<24} median {np.median(times):6.2f}  p95 {np.quantile(times, 0.95):6.2f}  "
              f"max {times.max():6.2f} ms: the window is {np.median(times) / ours:.1f} times faster")


main()
