"""The operations in C: each function is one; those that a network needs are copied into its source.

Values lie as in NumPy: images channel by channel and row by row, sequences step by step. ``x`` is what comes in, and
what goes out where the size stays; ``y`` is what goes out where it does not. Those that multiply by matrices of weights
are in ``weighing.py``.
"""

from __future__ import annotations

FUNCTIONS: dict[str, str] = {
    "affine": """\
/* Bring each channel to another centre and scale. */
static void affine(float *x, int channels, int places, const float *centre, const float *scale, const float *shift)
{
    int c, i;
    for (c = 0; c < channels; c++, x += places)
        for (i = 0; i < places; i++)
            x[i] = (x[i] - centre[c]) * scale[c] + shift[c];
}
""",
    "pad": """\
/* Put zeros around images. */
static void pad(const float *x, float *y, int channels, int height, int width, int before, int behind)
{
    int c, row, column, tall = before + height + behind, wide = before + width + behind;
    for (c = 0; c < channels; c++)
        for (row = -before; row < tall - before; row++)
            for (column = -before; column < wide - before; column++) {
                int inside = row >= 0 && row < height && column >= 0 && column < width;
                *y++ = inside ? x[((long)c * height + row) * width + column] : 0.0f;
            }
}
""",
    "shrink": """\
/* Take the largest, or the mean, of each square. */
static void shrink(const float *x, float *y, int channels, int height, int width, int side, int largest)
{
    int c, row, column, down, across;
    for (c = 0; c < channels; c++, x += (long)height * width)
        for (row = 0; row < height / side; row++)
            for (column = 0; column < width / side; column++) {
                const float *corner = x + (long)row * side * width + column * side;
                float made = largest ? corner[0] : 0.0f;
                for (down = 0; down < side; down++)
                    for (across = 0; across < side; across++) {
                        float value = corner[down * width + across];
                        made = !largest ? made + value : value > made ? value : made;
                    }
                *y++ = largest ? made : made / (float)(side * side);
            }
}
""",
    "relu": """\
static void relu(float *x, int count)
{
    int i;
    for (i = 0; i < count; i++)
        x[i] = x[i] > 0.0f ? x[i] : 0.0f;
}
""",
    "leaky_relu": """\
static void leaky_relu(float *x, int count, float slope)
{
    int i;
    for (i = 0; i < count; i++)
        x[i] = x[i] > 0.0f ? x[i] : x[i] * slope;
}
""",
    "tanh": """\
static void hyperbolic(float *x, int count)
{
    int i;
    for (i = 0; i < count; i++)
        x[i] = tanhf(x[i]);
}
""",
    "logistic": """\
static float logistic(float x)
{
    return 0.5f * tanhf(0.5f * x) + 0.5f;
}
""",
    "sigmoid": """\
static void sigmoid(float *x, int count)
{
    int i;
    for (i = 0; i < count; i++)
        x[i] = logistic(x[i]);
}
""",
    "gelu": """\
static void gelu(float *x, int count)
{
    int i;
    for (i = 0; i < count; i++)
        x[i] = 0.5f * x[i] * (1.0f + erff(x[i] * 0.70710678f));
}
""",
    "silu": """\
static void silu(float *x, int count)
{
    int i;
    for (i = 0; i < count; i++)
        x[i] = x[i] * logistic(x[i]);
}
""",
    "steps": """\
/* Read an image as a sequence of its rows, or of its columns. */
static void steps(const float *x, float *y, int channels, int height, int width, int by_columns)
{
    int step, c, i, count = by_columns ? width : height, length = by_columns ? height : width;
    for (step = 0; step < count; step++)
        for (c = 0; c < channels; c++)
            for (i = 0; i < length; i++) {
                int row = by_columns ? i : step, column = by_columns ? step : i;
                *y++ = x[((long)c * height + row) * width + column];
            }
}
""",
    "patches": """\
/* Cut an image into squares; zeros fill up the last ones. */
static void patches(const float *x, float *y, int channels, int height, int width, int side)
{
    int top, left, c, row, column;
    for (top = 0; top < height; top += side)
        for (left = 0; left < width; left += side)
            for (c = 0; c < channels; c++)
                for (row = top; row < top + side; row++)
                    for (column = left; column < left + side; column++) {
                        int inside = row < height && column < width;
                        *y++ = inside ? x[((long)c * height + row) * width + column] : 0.0f;
                    }
}
""",
    "add": """\
static void add(float *x, int count, const float *values)
{
    int i;
    for (i = 0; i < count; i++)
        x[i] += values[i];
}
""",
    "copy": """\
static void copy(const float *x, float *y, int count)
{
    int i;
    for (i = 0; i < count; i++)
        y[i] = x[i];
}
""",
    "norm": """\
/* Bring each step to mean 0 and deviation 1, then to a scale and shift. */
static void norm(float *x, int count, int width, const float *scale, const float *shift, float epsilon)
{
    int n, i;
    for (n = 0; n < count; n++, x += width) {
        float mean = 0.0f, spread = 0.0f;
        for (i = 0; i < width; i++)
            mean += x[i] / (float)width;
        for (i = 0; i < width; i++)
            spread += (x[i] - mean) * (x[i] - mean) / (float)width;
        spread = sqrtf(spread + epsilon);
        for (i = 0; i < width; i++)
            x[i] = (x[i] - mean) / spread * scale[i] + shift[i];
    }
}
""",
    "softmax": """\
static void softmax(float *x, int count)
{
    float top = x[0], sum = 0.0f;
    int i;
    for (i = 1; i < count; i++)
        top = x[i] > top ? x[i] : top;
    for (i = 0; i < count; i++)
        sum += x[i] = expf(x[i] - top);
    for (i = 0; i < count; i++)
        x[i] /= sum;
}
""",
    "attend": """\
/* Let tokens look at each other; shares has room for a number each. */
static void attend(const float *x, float *y, int tokens, int width, int heads, float *shares)
{
    int size = width / heads, head, one, other, i;
    for (one = 0; one < tokens; one++)
        for (head = 0; head < heads; head++) {
            const float *query = x + (long)one * 3 * width + head * size;
            float *mixed = y + (long)one * width + head * size;
            for (other = 0; other < tokens; other++) {
                const float *key = x + (long)other * 3 * width + width + head * size;
                float sum = 0.0f;
                for (i = 0; i < size; i++)
                    sum += query[i] * key[i];
                shares[other] = sum / sqrtf((float)size);
            }
            softmax(shares, tokens);
            for (i = 0; i < size; i++)
                mixed[i] = 0.0f;
            for (other = 0; other < tokens; other++)
                for (i = 0; i < size; i++)
                    mixed[i] += shares[other] * x[(long)other * 3 * width + 2 * width + head * size + i];
        }
}
""",
    "mean": """\
static void mean(const float *x, float *y, int count, int width)
{
    int n, i;
    for (i = 0; i < width; i++) {
        y[i] = 0.0f;
        for (n = 0; n < count; n++)
            y[i] += x[(long)n * width + i];
        y[i] /= (float)count;
    }
}
""",
}
"""What each function is, those that others need in front of them."""

NEEDS = {
    "sigmoid": ("logistic",),
    "silu": ("logistic",),
    "dense": ("weighed",),
    "convolution": ("weight_at",),
    "lstm": ("logistic", "weighed"),
    "gru": ("logistic", "weighed"),
    "places": ("weight_at",),
    "weighed": ("code_at",),  # where there are any
    "weight_at": ("code_at",),
    "attend": ("softmax",),
}
"""Which others a function calls."""
