"""What stands around the functions in an exported C source: its head, its constants, and a program to try it by."""

from __future__ import annotations

FILE = """\
/* A network that NetSketch trained, in C99: {layers}.
 *
 * digit_probabilities() takes one image, {form} bytes, ink 255 on 0, and says how probable each class is. It
 * asks for no memory and may be called from one thread at a time.
 *
 * Weights{kind}: {flash} bytes of flash. Numbers while it runs: {ram} bytes of RAM.
 *
 * cc -std=c99 -O3 -c digit.c                         its functions alone; link with -lm
 * cc -std=c99 -O3 -DDIGIT_MAIN digit.c -o digit -lm  a program that reads images from its input, byte by byte
 */

#include <math.h>{includes}

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
