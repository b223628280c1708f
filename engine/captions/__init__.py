"""Captions that find pictures: words and generated digits in one space (contrastive learning, CLIP's idea)."""
