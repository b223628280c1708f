"""Icons, presets, translations and templates: files, no logic."""
