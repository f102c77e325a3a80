"""The editor's own editor: drafts, claim files and packs checked as one types, over the Language Server Protocol.

A front end like ``cli``: every word comes from the reports, every verdict from the workspace. ``desk`` holds what is
open and says when it is read, ``features`` answers what an editor asks, ``server`` joins both to pygls, which alone
needs the extra ``[lsp]``. Offsets are code points everywhere but in ``positions``, which knows the editor's units.
"""
