"""What is left over or lacking in a project's own packs: nothing of it spoils a verdict today."""
