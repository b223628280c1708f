"""The kinds of numbers that weights are in C: how one is read, and how a row of them is multiplied.

Nothing is unpacked into RAM: sums are of floats, and each is multiplied by the scale that its weights share.
"""

from __future__ import annotations

from typing import NamedTuple

from engine.compress.rounding import GROUP
from engine.deploy.weights import Weights


class Number(NamedTuple):
    """A kind of numbers.

    Attributes:
        type: In C.
        told: What the head of the file says of it.
        functions: ``weighed`` adds up a row times what comes in, ``weight_at`` is one number of it; what they call
            stands in front of them.
        scaled: Whether they have scales.
    """

    type: str
    told: str
    functions: dict[str, str]
    scaled: bool = True


FLOAT = {
    "weighed": """\
static float weighed(const float *weight, int row, int count, const float *x)
{
    const float *w = weight + (long)row * count;
    float sum = 0.0f;
    int i;
    for (i = 0; i < count; i++)
        sum += w[i] * x[i];
    return sum;
}
""",
    "weight_at": """\
static float weight_at(const float *weight, int row, int count, int place)
{
    return weight[(long)row * count + place];
}
""",
}
CODE_8 = {
    "weighed": """\
static float weighed(const int8_t *weight, const float *scale, int row, int count, const float *x)
{
    const int8_t *w = weight + (long)row * count;
    float sum = 0.0f;
    int i;
    for (i = 0; i < count; i++)
        sum += w[i] * x[i];
    return sum * scale[row];
}
""",
    "weight_at": """\
static float weight_at(const int8_t *weight, const float *scale, int row, int count, int place)
{
    return weight[(long)row * count + place] * scale[row];
}
""",
}
CODE_4 = {
    "code_at": """\
/* One of the codes of 4 bits, from -7 to 7: two are a byte, the lower half first. */
static float code_at(const uint8_t *weight, long at)
{
    int code = (weight[at >> 1] >> (at & 1 ? 4 : 0)) & 15;
    return (float)((code ^ 8) - 8);
}
""",
    "weighed": f"""\
static float weighed(const uint8_t *weight, const float *scale, int row, int count, const float *x)
{{
    const float *worth = scale + (long)row * ((count + {GROUP - 1}) / {GROUP});
    long at = (long)row * count;
    float sum = 0.0f;
    int i = 0;
    while (i < count) {{
        int stop = count - i > {GROUP} ? i + {GROUP} : count;
        float part = 0.0f;
        for (; i < stop; i++)
            part += code_at(weight, at++) * x[i];
        sum += part * *worth++;
    }}
    return sum;
}}
""",
    "weight_at": f"""\
static float weight_at(const uint8_t *weight, const float *scale, int row, int count, int place)
{{
    long group = (long)row * ((count + {GROUP - 1}) / {GROUP}) + place / {GROUP};
    return code_at(weight, (long)row * count + place) * scale[group];
}}
""",
}

NUMBERS = {
    Weights.FLOAT32: Number("float", "", FLOAT, scaled=False),
    Weights.INT8: Number("int8_t", ", int8 with a scale for each row", CODE_8),
    Weights.INT4: Number("uint8_t", f", int4 with a scale for each {GROUP} of a row", CODE_4),
}
