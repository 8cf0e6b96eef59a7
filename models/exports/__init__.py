"""What a project holds, as tables that can be published: a description of every column, and the files made from it."""
