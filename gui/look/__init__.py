"""How the window looks and speaks: theme, style sheet, icons, words."""
