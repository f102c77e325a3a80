"""What words say of the numbers beside them: tables of meanings and of constructions, one folder a language."""
