#!/usr/bin/env python3
"""Writes elementary.txt: elementary functions of exact binary arguments, as unevaluated hi + lo."""
import datetime
import random

import mpmath

mpmath.mp.dps = 60
random.seed(1)

FUNCTIONS = {
    "exp": mpmath.exp,
    "expm1": mpmath.expm1,
    "log": mpmath.log,
    "log1p": lambda x: mpmath.log(1 + x),
    "log1pMinusX": lambda x: mpmath.log(1 + x) - x,
}


def spread(low, high, count):
    """Half of them uniform, half of them log-uniform in magnitude with the range's signs."""
    values = [random.uniform(low, high) for _ in range(count)]
    for _ in range(count):
        magnitude = 10.0 ** random.uniform(-18, 0)
        values.append(magnitude * random.choice([low, high]))
    return values


ARGUMENTS = {
    "exp": spread(-708, 709.7, 60) + spread(-1, 1, 60),
    "expm1": spread(-45, 709.7, 60) + spread(-1.2, 1.2, 90),
    "log": [10.0 ** random.uniform(-320, 308) for _ in range(80)]
    + [random.uniform(0.5, 2) for _ in range(80)]
    + [1 + s * 2.0**-k for k in range(1, 53, 3) for s in (1, -1)],
    "log1p": spread(-1 + 2.0**-53, 3, 90) + [10.0 ** random.uniform(0, 300) for _ in range(40)],
    "log1pMinusX": spread(-0.999, 2, 120) + spread(-0.5, 1, 90) + [10.0**k for k in range(1, 300, 20)],
}


def main():
    with open("elementary.txt", "w") as out:
        out.write(f"# generate_elementary.py, mpmath {mpmath.__version__} at {mpmath.mp.dps} digits, "
                  f"{datetime.date.today()}. function argument hi lo\n")
        for name, arguments in ARGUMENTS.items():
            for x in arguments:
                value = FUNCTIONS[name](mpmath.mpf(x))
                hi = float(value)
                lo = float(value - mpmath.mpf(hi))
                out.write(f"{name} {x.hex()} {hi.hex()} {lo.hex()}\n")


main()
