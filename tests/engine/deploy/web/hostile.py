"""Names of classes that try to leave their place, to turn the line round, or to take all the room."""

from __future__ import annotations

HOSTILE = [
    "</script><script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 1'>",
    "<!--<script>",
    "]]>&lt;&amp;",
    "\"'`${window.hacked = 1}\\",
    "{{weights}} {name} {share}",
    "\u202eאבג العربية\u2066",
    "👩\u200d👩\u200d👧\u200d👦 🇨🇳 é",
    "\u2028\u2029\ufeff\x00\x07",
    "\ud800",
    "W" * 200,
    "word " * 40,
    "",
]
