"""The main window: its menus, keys, panes and status line."""
