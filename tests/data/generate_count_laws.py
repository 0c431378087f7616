#!/usr/bin/env python3
"""Writes binomial.txt and poisson.txt: probabilities and both tails at 60 digits.

Tails are sums of the exact ratio recurrence in integers of 240 binary places, from k away from the
mode; the other tail is the complement. Where a sum would take more than 2e7 terms it is nan.
"""
import datetime
import math

import mpmath
from mpmath import mpf

mpmath.mp.dps = 60
PLACES = 240
Z = [-6, -4.5, -3, -1.5, -0.3, 0, 0.4, 1, 2.5, 4, 6]
FAR = [-40, -15, 9, 20, 45]


def tail_over_first(k, end, sign, ratio):
    """sum over j from k outward of pmf(j)/pmf(k); ratio(j) is numerator, denominator of the step."""
    term = total = 1 << PLACES
    while k != end:
        numerator, denominator = ratio(k)
        term = term * numerator // denominator
        total += term
        k += sign
        if term < 1 << (PLACES - 90) and numerator < denominator:
            break
    return mpf(total) / mpf(2) ** PLACES


def fixed(x):
    return int(x * mpf(2) ** PLACES)


class Binomial:
    def __init__(self, n, p):
        self.n, self.p, self.q = n, mpf(p), 1 - mpf(p)
        self.sigma = mpmath.sqrt(n * self.p * self.q)
        self.mean = n * self.p
        self.mode = min(n, int(mpmath.floor((n + 1) * self.p)))
        self.end = n

    def log_pmf(self, k):
        n = self.n
        choose = mpmath.loggamma(n + 1) - mpmath.loggamma(k + 1) - mpmath.loggamma(n - k + 1)
        return choose + k * mpmath.log(self.p) + (n - k) * mpmath.log(self.q)

    def outward(self, k, sign):
        odds = fixed(self.p / self.q) if sign > 0 else fixed(self.q / self.p)
        if sign > 0:
            return tail_over_first(k, self.n, 1, lambda j: ((self.n - j) * odds, (j + 1) << PLACES))
        return tail_over_first(k, 0, -1, lambda j: (j * odds, (self.n - j + 1) << PLACES))


class Poisson:
    def __init__(self, mean):
        self.mean = mean
        self.sigma = mpmath.sqrt(mean)
        self.mode = int(mpmath.floor(mean))
        self.end = 10**19

    def log_pmf(self, k):
        return k * mpmath.log(self.mean) - self.mean - mpmath.loggamma(k + 1)

    def outward(self, k, sign):
        if sign > 0:
            step = fixed(self.mean)
            return tail_over_first(k, self.end, 1, lambda j: (step, (j + 1) << PLACES))
        step = fixed(1 / self.mean)
        return tail_over_first(k, 0, -1, lambda j: (j * step, 1 << PLACES))


def tails(law, k):
    """Pr(K <= k) and Pr(K > k)."""
    if k >= law.end:
        return mpf(1), mpf(0)
    sign = -1 if k < law.mode else 1
    first = k if sign < 0 else k + 1
    distance = float(abs(first - law.mean) / law.sigma)
    if law.sigma * min(13, 65 / max(distance, 1)) > 8e6:
        return mpmath.nan, mpmath.nan
    one = mpmath.exp(law.log_pmf(first)) * law.outward(first, sign)
    return (one, 1 - one) if sign < 0 else (1 - one, one)


def hexadecimal(value):
    return float(value).hex()


def counts(law):
    big = law.sigma > 1e4
    chosen = {0, 1, 2} if law.mean < 2000 else set()
    for z in ([-6, -3, 0, 1, 6] if big else Z) + ([20] if big else FAR):
        k = int(mpmath.nint(law.mean + z * law.sigma))
        if 0 <= k <= law.end:
            chosen.add(k)
    if law.end < 2000:
        chosen.update({law.end - 1, law.end})
    return sorted(k for k in chosen if k <= law.end)


def write(name, columns, laws):
    with open(name, "w") as out:
        out.write(f"# generate_count_laws.py, mpmath {mpmath.__version__} at {mpmath.mp.dps} digits, "
                  f"{datetime.date.today()}. {columns} k pmf logPmf cdf survival\n")
        for label, law in laws:
            for k in counts(law):
                log_pmf = law.log_pmf(k)
                numbers = [mpmath.exp(log_pmf), log_pmf, *tails(law, k)]
                out.write(f"{label} {k} " + " ".join(map(hexadecimal, numbers)) + "\n")


def binomials():
    for n in [1, 2, 5, 20, 100, 1000, 54321, 10**6, 10**9, 10**12]:
        for p in [1e-300, 1e-9, 0.0037, 0.1, 0.31, 0.5, 0.7, 0.999, 1 - 1e-9, 1 - 2.0**-53]:
            yield f"{n} {p.hex()}", Binomial(n, p)


def poissons():
    means = [1e-300, 1e-9, 0.05, 1.0, 3.7, 30.2, 100.0, 54321.7, 1e6, 1e9, 1e12, 1e15]
    for mean in means:
        low = mean * 0.3 * 2.0**-53
        total = mpf(mean) + mpf(low)
        yield f"{mean.hex()} {low.hex()}", Poisson(total)
    for m, drop in [(54321, 0.0037), (10**9, 0.31), (10**12, 0.999)]:
        mean = m * (1 - mpf(drop))
        high = float(mean)
        yield f"{high.hex()} {hexadecimal(mean - mpf(high))}", Poisson(mean)


write("binomial.txt", "n success", binomials())
write("poisson.txt", "meanHi meanLo", poissons())
