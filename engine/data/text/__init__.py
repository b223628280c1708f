"""Text to learn from: tasks that make up their own questions, and texts of one's own."""
