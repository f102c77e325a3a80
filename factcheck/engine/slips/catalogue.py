"""The catalogue of slips, the most plausible first: each has a name, a page, and a function that proposes its edits."""

from factcheck.engine.slips.case import SlipClass
from factcheck.engine.slips.digits import doubled, dropped, rounded_twice, sign, transposed, truncated
from factcheck.engine.slips.facts import editions, family, part_level, qualifiers
from factcheck.engine.slips.growth import compound_for_simple, one_period_off, simple_for_compound
from factcheck.engine.slips.measures import binary_prefixes, bits_and_bytes
from factcheck.engine.slips.neighbours import neighbours, power_as_energy
from factcheck.engine.slips.scale import (
    decimal_point,
    percent_as_number,
    prefixes,
    scale_words,
    translated_words,
)
from factcheck.engine.slips.structure import (
    doublings,
    fewer_times,
    inverted,
    other_base,
    points,
    swapped,
    times,
)

CATALOGUE = (
    SlipClass("prefix", "another prefix", prefixes, plain=True),
    SlipClass("scale-word", "another scale word", scale_words, plain=True),
    SlipClass("translated-scale", "a scale word of another language", translated_words, plain=True),
    SlipClass("percent-as-number", "a share and its number of per cent", percent_as_number, plain=True),
    SlipClass("power-of-ten", "a power of ten", decimal_point, plain=True),
    SlipClass("bits-bytes", "bits and bytes", bits_and_bytes, plain=True),
    SlipClass("inverted", "an inverted ratio", inverted, plain=True),
    SlipClass("swapped", "swapped values of a difference or change", swapped, plain=True),
    SlipClass("sign", "the sign", sign, plain=True),
    SlipClass("points", "per cent and percentage points", points, plain=True),
    SlipClass("qualifiers", "another qualifier of the same fact", qualifiers),
    SlipClass("edition", "another year or edition", editions),
    SlipClass("other-base", "a change on the other base", other_base),
    SlipClass("times", "times more and times as many", times),
    SlipClass("fewer-times", "a fall in times", fewer_times),
    SlipClass("one-period-off", "one period off", one_period_off),
    SlipClass("simple-growth", "simple for compound growth", simple_for_compound),
    SlipClass("compound-growth", "compound for simple growth", compound_for_simple),
    SlipClass("truncated", "cut off instead of rounded", truncated),
    SlipClass("rounded-twice", "rounded twice", rounded_twice),
    SlipClass("transposed", "digits that changed places", transposed),
    SlipClass("doubled-digit", "a digit too many", doubled),
    SlipClass("dropped-digit", "a digit too few", dropped),
    SlipClass("binary-prefix", "decimal and binary prefixes", binary_prefixes),
    SlipClass("power-as-energy", "power for energy", power_as_energy),
    SlipClass("neighbouring-unit", "a neighbouring unit", neighbours),
    SlipClass("part-level", "a whole for its part", part_level),
    SlipClass("family", "another member of the family", family),
    SlipClass("doublings", "doublings and multiples", doublings),
)
