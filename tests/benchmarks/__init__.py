"""Speed, as ratios: what the program takes beside the best that the layer below it allows, measured in the same run."""
