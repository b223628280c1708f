"""The one of Qt's styles that all is painted in, known before anything else of the look is loaded."""

from __future__ import annotations

STYLE = "Fusion"
STYLED = "isStyled"  # property of an application that was made in it: asking for it anew defines all that styles are
