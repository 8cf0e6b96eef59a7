"""What the program carries along: icons, fonts, word lists and a sample article. Data only."""
