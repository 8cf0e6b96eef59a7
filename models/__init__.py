"""What a project is: articles, speakers, claims and numbers, in plain Python that never imports Qt."""
