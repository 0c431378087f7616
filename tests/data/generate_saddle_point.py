#!/usr/bin/env python3
"""Writes saddle_point.txt: x, m = hi + lo, deviance hi + lo, Stirling's error, all hexadecimal."""
import datetime
import random

import mpmath

mpmath.mp.dps = 60
random.seed(2)


def parts(value):
    hi = float(value)
    return hi, float(value - mpmath.mpf(hi))


def cases():
    for x in [1, 2, 3, 7, 15, 16, 17, 40, 1000, 123457, 10**6, 10**9, 10**12, 10**15]:
        for z in [-6, -3, -1, -0.01, 0.3, 2, 6]:
            if x + z * mpmath.sqrt(x) > 0:
                yield x, x + z * mpmath.sqrt(x)
        for _ in range(6):
            yield x, x * mpmath.power(10, random.uniform(-3, 3))
        yield x, mpmath.mpf(10) ** -300
        yield x, mpmath.mpf(10) ** 15 + 7


def main():
    with open("saddle_point.txt", "w") as out:
        out.write(f"# generate_saddle_point.py, mpmath {mpmath.__version__} at {mpmath.mp.dps} digits, "
                  f"{datetime.date.today()}. x mHi mLo devianceHi devianceLo stirlingError\n")
        for x, mean in cases():
            hi, lo = parts(mpmath.mpf(mean))
            m = mpmath.mpf(hi) + mpmath.mpf(lo)
            deviance = x * mpmath.log(x / m) + m - x
            stirling = mpmath.loggamma(x + 1) - (mpmath.log(2 * mpmath.pi * x) / 2
                                                 + x * mpmath.log(x) - x)
            numbers = [float(x), hi, lo, *parts(deviance), float(stirling)]
            out.write(" ".join(number.hex() for number in numbers) + "\n")


main()
