#!/usr/bin/env python3
"""Writes total_variation.txt: TV(Binomial(n, q), Poisson(n q)) by direct summation at 60 digits.

The sum of max(0, b - f) runs over the counts from 9 Poisson deviations below the mean to 9 above
(all of them below 200 counts), by ratio recurrences started from log-gamma values; beyond, b < f.
"""
import datetime

import mpmath
from mpmath import mpf

mpmath.mp.dps = 60


def distance(n, q):
    q = mpf(q)
    mean = n * q
    if q == 1:
        return 1 - mpmath.exp(n * mpmath.log(n) - n - mpmath.loggamma(n + 1))
    width = 9 * mpmath.sqrt(mean) + 100
    k = max(0, int(mean - width))
    last = min(n, int(mean + width))
    log_choose = mpmath.loggamma(n + 1) - mpmath.loggamma(k + 1) - mpmath.loggamma(n - k + 1)
    b = mpmath.exp(log_choose + k * mpmath.log(q) + (n - k) * mpmath.log(1 - q))
    f = mpmath.exp(k * mpmath.log(mean) - mean - mpmath.loggamma(k + 1))
    odds = q / (1 - q)
    total = mpf(0)
    while k <= last:
        if b > f:
            total += b - f
        b *= odds * (n - k) / (k + 1)
        f *= mean / (k + 1)
        k += 1
    return total


def cases():
    for n in [1, 2, 3, 10, 100, 1000, 54321, 10**6]:
        for q in [1e-300, 1e-9, 1e-4, 0.05, 0.3, 0.5, 0.9, 0.999, 1.0]:
            yield n, q
    for n, q in [(10**9, 1e-8), (10**9, 1e-5), (10**9, 0.01), (10**9, 0.5), (10**12, 1e-9),
                 (10**10, 0.3), (10**15, 1e-14), (10**15, 3e-7)]:
        yield n, q


with open("total_variation.txt", "w") as out:
    out.write(f"# generate_total_variation.py, mpmath {mpmath.__version__} at {mpmath.mp.dps} digits, "
              f"{datetime.date.today()}. n success distance\n")
    for n, q in cases():
        out.write(f"{n} {q.hex()} {float(distance(n, q)).hex()}\n")
