"""The operations in C: each function is one; those that a network needs are copied into its source.

Values lie as in NumPy: images channel by channel and row by row, sequences step by step. ``x`` is what comes in, and
what goes out where the size stays; ``y`` is what goes out where it does not.
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
    "dense": """\
/* Weigh what comes in, row by row. */
static void dense(const float *x, float *y, int rows, int inputs, int outputs, const float *weight, const float *bias)
{
    int row, o, i;
    for (row = 0; row < rows; row++, x += inputs, y += outputs)
        for (o = 0; o < outputs; o++) {
            const float *w = weight + (long)o * inputs;
            float sum = 0.0f;
            for (i = 0; i < inputs; i++)
                sum += w[i] * x[i];
            y[o] = sum + bias[o];
        }
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
    "convolution": """\
/* Slide filters over an image, one of their numbers after the other; around the image are zeros. */
static void convolution(const float *restrict x, float *restrict y, int inputs, int height, int width, int outputs,
                        int side, int stride, int before, int behind, const float *weight, const float *bias)
{
    int o, c, row, column, down, across;
    int tall = (before + height + behind - side) / stride + 1, wide = (before + width + behind - side) / stride + 1;
    for (o = 0; o < outputs; o++, y += (long)tall * wide) {
        for (column = 0; column < tall * wide; column++)
            y[column] = bias[o];
        for (c = 0; c < inputs; c++)
            for (down = 0; down < side; down++)
                for (across = 0; across < side; across++) {
                    int left = before - across, first = left > 0 ? (left + stride - 1) / stride : 0;
                    int room = width - 1 + left, last = room < 0 ? -1 : room / stride;
                    float w = *weight++;
                    last = last < wide ? last : wide - 1;
                    for (row = 0; row < tall; row++) {
                        int at = row * stride + down - before;
                        float *sums = y + (long)row * wide;
                        const float *line;
                        if (at < 0 || at >= height)
                            continue;
                        line = x + ((long)c * height + at) * width;
                        for (column = first; column <= last; column++)
                            sums[column] += w * line[column * stride - left];
                    }
                }
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
    "lstm": """\
/* Read a sequence; h, memory and sums have room for 6 * units numbers together. */
static void lstm(const float *x, float *y, int count, int inputs, int units, int backwards, int every, int wide,
                 const float *weight, const float *state_weight, const float *bias, const float *state_bias,
                 float *room)
{
    float *h = room, *memory = room + units, *sums = room + 2 * units;
    int n, g, i, u;
    for (u = 0; u < 2 * units; u++)
        room[u] = 0.0f;
    for (n = 0; n < count; n++) {
        int step = backwards ? count - 1 - n : n;
        const float *read = x + (long)step * inputs;
        for (g = 0; g < 4 * units; g++) {
            float sum = 0.0f, old = 0.0f;
            for (i = 0; i < inputs; i++)
                sum += weight[(long)g * inputs + i] * read[i];
            for (u = 0; u < units; u++)
                old += state_weight[(long)g * units + u] * h[u];
            sums[g] = sum + bias[g] + (old + state_bias[g]);
        }
        for (u = 0; u < units; u++) {
            memory[u] = logistic(sums[units + u]) * memory[u] + logistic(sums[u]) * tanhf(sums[2 * units + u]);
            h[u] = logistic(sums[3 * units + u]) * tanhf(memory[u]);
            if (every || n == count - 1)
                y[(every ? (long)step * wide : 0) + u] = h[u];
        }
    }
}
""",
    "gru": """\
/* Read a sequence; h and both sums have room for 7 * units numbers together. */
static void gru(const float *x, float *y, int count, int inputs, int units, int backwards, int every, int wide,
                const float *weight, const float *state_weight, const float *bias, const float *state_bias,
                float *room)
{
    float *h = room, *new = room + units, *old = room + 4 * units;
    int n, g, i, u;
    for (u = 0; u < units; u++)
        h[u] = 0.0f;
    for (n = 0; n < count; n++) {
        int step = backwards ? count - 1 - n : n;
        const float *read = x + (long)step * inputs;
        for (g = 0; g < 3 * units; g++) {
            float sum = 0.0f, before = 0.0f;
            for (i = 0; i < inputs; i++)
                sum += weight[(long)g * inputs + i] * read[i];
            for (u = 0; u < units; u++)
                before += state_weight[(long)g * units + u] * h[u];
            new[g] = sum + bias[g];
            old[g] = before + state_bias[g];
        }
        for (u = 0; u < units; u++) {
            float reset = logistic(new[u] + old[u]), kept = logistic(new[units + u] + old[units + u]);
            h[u] = (1.0f - kept) * tanhf(new[2 * units + u] + reset * old[2 * units + u]) + kept * h[u];
            if (every || n == count - 1)
                y[(every ? (long)step * wide : 0) + u] = h[u];
        }
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
    "lstm": ("logistic",),
    "gru": ("logistic",),
    "attend": ("softmax",),
}
"""Which others a function calls."""

FILE = """\
/* A network that NetSketch trained, in C99: {layers}.
 *
 * digit_probabilities() takes one image, {form} bytes, ink 255 on 0, and says how probable each class is. It
 * asks for no memory and may be called from one thread at a time.
 *
 * Weights: {flash} bytes of flash. Numbers while it runs: {ram} bytes of RAM.
 *
 * cc -std=c99 -O3 -c digit.c                         its functions alone; link with -lm
 * cc -std=c99 -O3 -DDIGIT_MAIN digit.c -o digit -lm  a program that reads images from its input, byte by byte
 */

#include <math.h>

#define DIGIT_CLASSES {classes}
#define DIGIT_BYTES {bytes}

const char *const digit_classes[DIGIT_CLASSES] = {{
{names}
}};

/* What is known of it, as JSON. */
const char digit_about[] =
{about};

void digit_probabilities(const unsigned char image[DIGIT_BYTES], float probabilities[DIGIT_CLASSES]);

{weights}
static float room_1[{room}], room_2[{room}];
{rooms}
{functions}
void digit_probabilities(const unsigned char image[DIGIT_BYTES], float probabilities[DIGIT_CLASSES])
{{
    float *x = room_1, *y = room_2, *spare;
    int i;
{reading}
{calls}
    (void)spare;
    (void)y;
    for (i = 0; i < DIGIT_CLASSES; i++)
        probabilities[i] = x[i];
}}

#ifdef DIGIT_MAIN
#include <stdio.h>

int main(void)
{{
    static unsigned char image[DIGIT_BYTES];
    static float probabilities[DIGIT_CLASSES];
    int i;
    while (fread(image, 1, DIGIT_BYTES, stdin) == DIGIT_BYTES) {{
        digit_probabilities(image, probabilities);
        for (i = 0; i < DIGIT_CLASSES; i++)
            printf("%.9g%c", (double)probabilities[i], i == DIGIT_CLASSES - 1 ? '\\n' : ' ');
    }}
    return 0;
}}
#endif
"""

READ_GREY = """\
    for (i = 0; i < DIGIT_BYTES; i++)
        x[i] = (float)image[i] / 255.0f;"""
READ_COLOURS = """\
    for (i = 0; i < DIGIT_BYTES; i++)  /* channel by channel */
        x[(i % {channels}) * (DIGIT_BYTES / {channels}) + i / {channels}] = (float)image[i] / 255.0f;"""
SWAP = "    spare = x, x = y, y = spare;"
