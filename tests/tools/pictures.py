#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tests/tools/pictures.py ONE OTHER MEAN WORST — whether two PPM or PGM files show the same.

Programs smooth edges differently, so that single pixels say little. Both pictures are taken as squares
of 8 by 8 pixels, and of each the average. Fails where these differ by more than MEAN on the whole or
by more than WORST anywhere, of 255; where the sizes differ; and where ONE shows nothing.
"""
import sys

SIDE = 8


def read(path):
    data = open(path, "rb").read()
    magic, width, height, most = data.split(None, 4)[:4]
    if magic not in (b"P5", b"P6") or most != b"255":
        sys.exit(f"{path}: no PPM or PGM of 8 bits")
    width, height, channels = int(width), int(height), 3 if magic == b"P6" else 1
    return width, height, channels, data[-width * height * channels:]


def squares(picture):
    width, height, channels, data = picture
    rows = []
    for top in range(0, height - SIDE + 1, SIDE):
        sums = [0] * (width // SIDE)
        for y in range(top, top + SIDE):
            start = y * width * channels
            for i in range(len(sums)):
                at = start + i * SIDE * channels
                sums[i] += sum(data[at:at + SIDE * channels])
        rows.append([s / (SIDE * SIDE * channels) for s in sums])
    return rows


def main():
    one, other = read(sys.argv[1]), read(sys.argv[2])
    mean_most, worst_most = float(sys.argv[3]), float(sys.argv[4])
    if one[:2] != other[:2]:
        sys.exit(f"{one[0]}x{one[1]} against {other[0]}x{other[1]} pixels")
    a, b = squares(one), squares(other)
    differences = [(abs(p - q), x, y) for y, (r, s) in enumerate(zip(a, b))
                   for x, (p, q) in enumerate(zip(r, s))]
    worst = max(differences)
    mean = sum(d[0] for d in differences) / len(differences)
    print(f"mean {mean:.2f}, worst {worst[0]:.1f} at {worst[1] * SIDE},{worst[2] * SIDE}")
    if max(map(max, a)) - min(map(min, a)) < 32:
        sys.exit("it shows nothing")
    if mean > mean_most or worst[0] > worst_most:
        sys.exit("they differ")


main()
