"""What stands around the functions in an exported C source: its head, its constants, and a program to try it by."""

from __future__ import annotations

FILE = """\
/* A network that NetSketch trained, in C99: {layers}.
 *
 * {of}_{gives}() takes {takes}, and says {says}. It
 * asks for no memory and may be called from one thread at a time.
 *
 * Weights{kind}: {flash} bytes of flash. Numbers while it runs: {ram} bytes of RAM.
 *
 * cc -std=c99 -O3 -c {of}.c  its functions alone; link with -lm
 * cc -std=c99 -O3 -D{OF}_MAIN {of}.c -o {of} -lm  a program that reads {reads}
 */

#include <math.h>{includes}

#define {OF}_CLASSES {classes}
#define {OF}_{INPUTS} {inputs}

const char *const {of}_classes[{OF}_CLASSES] = {{
{names}
}};
{more}
/* What is known of it, as JSON. */
const char {of}_about[] =
{about};

void {of}_{gives}(const {type} {one}[{OF}_{INPUTS}], float {gives}[{OF}_CLASSES]);

{weights}
static float room_1[{room}], room_2[{room}];
{rooms}
{functions}
void {of}_{gives}(const {type} {one}[{OF}_{INPUTS}], float {gives}[{OF}_CLASSES])
{{
    float *x = room_1, *y = room_2, *spare;
    int i;
{reading}
{calls}
    (void)spare;
    (void)y;
    for (i = 0; i < {OF}_CLASSES; i++)
        {gives}[i] = x[i];
}}

#ifdef {OF}_MAIN
#include <stdio.h>
{reader}
int main(void)
{{
    static {type} {one}[{OF}_{INPUTS}];
    static float {gives}[{OF}_CLASSES];
    int i;
    while ({next}) {{
        {of}_{gives}({one}, {gives});
        for (i = 0; i < {OF}_CLASSES; i++)
            printf("%.9g%c", (double){gives}[i], i == {OF}_CLASSES - 1 ? '\\n' : ' ');
    }}
    return 0;
}}
#endif
"""

OF_IMAGES = {
    "of": "digit",
    "OF": "DIGIT",
    "INPUTS": "BYTES",
    "one": "image",
    "type": "unsigned char",
    "reads": "images from its input, byte by byte",
    "reader": "",
    "next": "fread(image, 1, DIGIT_BYTES, stdin) == DIGIT_BYTES",
    "more": "",
}
OF_NUMBERS = {
    "of": "numbers",
    "OF": "NUMBERS",
    "INPUTS": "FEATURES",
    "one": "row",
    "type": "float",
    "reads": "rows from its input, numbers with spaces",
    "reader": """
static int read_row(float *row)
{
    int i;
    for (i = 0; i < NUMBERS_FEATURES; i++)
        if (scanf("%f", &row[i]) != 1)
            return 0;
    return 1;
}
""",
    "next": "read_row(row)",
}
FEATURES = """
/* What each number of a row is. */
const char *const numbers_features[NUMBERS_FEATURES] = {{
{names}
}};
"""

OF_CLASSES = {"gives": "probabilities", "says": "how probable each class is"}
OF_A_NUMBER = {"gives": "answer", "says": "what number it makes of it"}

READ_GREY = """\
    for (i = 0; i < DIGIT_BYTES; i++)
        x[i] = (float)image[i] / 255.0f;"""
READ_COLOURS = """\
    for (i = 0; i < DIGIT_BYTES; i++)  /* channel by channel */
        x[(i % {channels}) * (DIGIT_BYTES / {channels}) + i / {channels}] = (float)image[i] / 255.0f;"""
READ_NUMBERS = """\
    for (i = 0; i < NUMBERS_FEATURES; i++)
        x[i] = row[i];"""
SWAP = "    spare = x, x = y, y = spare;"
