"""`python -m tests.benchmarks.side_by_side`: what Onrecord and Taguette both do, timed in turns in the same run.

Taguette comes from PyPI into an environment of its own, in a folder that is deleted afterwards.

Counted: of Taguette, the HTTP requests that its page sends, from the first byte sent to the last one received, with its
server in another process; of Onrecord, the same step through the code below the window, from the gesture's edit to the
commit on disk. Not counted: starting either, and painting: neither Taguette's browser nor Onrecord's window. So the
transport of a request, about a millisecond, counts for Taguette and not for Onrecord, and the commit of Onrecord waits
longer for the disk (`synchronous = EXTRA`) than that of Taguette.
"""
