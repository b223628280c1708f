"""English sentences: who does what, where and why; verbs follow their subjects, and she and he those they stand for."""

from __future__ import annotations

import re

from engine.data.text.grammar import Grammar


class EnglishGrammar(Grammar):
    """Some hundred words."""

    name = "grammar-en"
    title = "Small English grammar"
    description = (
        "English sentences of some hundred words, made up by rules: first a network learns which letters are common, "
        "then words, then that a cat sees and cats see, and that Anna looks for her hat."
    )
    shown = ("The old cat ", "sleeps under the table.")
    between = " "
    rules = {
        "sentence": (
            "{one} {does_one}.",
            "{many} {do_many}.",
            "{one} {does_one} {where}.",
            "{many} {do_many} {where}.",
            "{when} {one} {does_one}.",
            "{when} {many} {do_many}.",
            "{she_says}",
            "{he_says}",
            "{one} {does_one}, but {many} {do_many}.",
            "does {one} {do_many}? Yes, {where}.",
            "do {many} {do_many}? No, not {when_last}.",
        ),
        "one": ("the {thing}", "a {thing}", "the {kind} {thing}", "a {kind} {thing}"),
        "many": (
            "the {thing}s",
            "two {thing}s",
            "three {kind} {thing}s",
            "many {thing}s",
            "the {kind} {thing}s",
        ),
        "thing": (
            "cat",
            "dog",
            "bird",
            "horse",
            "frog",
            "farmer",
            "teacher",
            "sailor",
            "owl",
            "robot",
            "king",
        ),
        "kind": ("old", "young", "small", "hungry", "tired", "friendly", "brown", "quiet", "angry"),
        "does_one": (
            "sleeps",
            "sings",
            "waits",
            "laughs",
            "sees {object}",
            "hears {object}",
            "likes {object}",
            "follows {object}",
            "finds {object}",
        ),
        "do_many": (
            "sleep",
            "sing",
            "wait",
            "laugh",
            "see {object}",
            "hear {object}",
            "like {object}",
            "follow {object}",
            "find {object}",
        ),
        "object": ("{one}", "{many}", "the {toy}", "a {kind} {thing}", "the {toy} of {one}"),
        "toy": ("ball", "boat", "book", "apple", "lamp", "letter", "hat", "drum"),
        "where": (
            "in the garden",
            "under the table",
            "near the river",
            "behind the house",
            "on the hill",
            "at the market",
            "by the old bridge",
        ),
        "when": ("every morning", "at night", "in summer", "on sunny days", "after school", "now and then"),
        "when_last": ("today", "in winter", "at night", "on rainy days"),
        "her_name": ("Anna", "Clara", "Mei", "Sofia"),
        "his_name": ("Ben", "David", "Li", "Oskar"),
        "she_says": (
            "{her_name} looks for her {toy} {where}.",
            "{her_name} lost her {toy}, so she looks for it {where}.",
            "{her_name} is {kind} because she {did}.",
            "when {her_name} {did}, she laughs and takes her {toy}.",
        ),
        "he_says": (
            "{his_name} looks for his {toy} {where}.",
            "{his_name} lost his {toy}, so he looks for it {where}.",
            "{his_name} is {kind} because he {did}.",
            "when {his_name} {did}, he laughs and takes his {toy}.",
        ),
        "did": ("saw {one}", "heard {many}", "found the {toy}", "worked all day", "ran to the river"),
    }

    def spelt(self, sentence: str) -> str:
        """Return a sentence that begins with a capital, “an” before vowels."""
        text = re.sub(r"\ba (?=[aeiou])", "an ", sentence)
        return text[:1].upper() + text[1:]

    def beginnings(self) -> str:
        """Return the capitals of words that a sentence may begin with, and of names."""
        return "ABCDEILMNOSTWY"
