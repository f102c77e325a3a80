"""The one door for front ends: opens a project, checks its claims, answers questions about its packs.

Everything slow is imported late: a run whose results are all in the cache loads neither the engine nor YAML.

==================================================  ============================  ==========================
verb                                                asks                          is answered by
==================================================  ============================  ==========================
``check`` · ``update_baseline``                     which claims do not hold      engine.article · policy
``filter``                                          statements, a line each       engine.stream
``derive`` · ``things`` · ``thing`` · ``pin``       what the packs know           engine.questions
``look_up`` · ``attribute``                         a fact, by names              engine.questions
``rules`` · ``units``                               what there is to write with   engine.questions
``test_rules`` · ``test_wordings``                  the cases of rules            engine.questions · proofread
``draft`` · ``draft_file`` · ``draft_document``     which numbers are wrong       proofread
``live`` · ``levers`` · ``what_if``                 a draft as it is written      proofread
``filter_drafts`` · ``records``                     texts, a line each · a code   proofread
``check_texts`` · ``held``                          texts by the million          proofread
``mentions`` · ``filter_mentions``                  the quantities of a text      prose
``documents`` · ``changed``                         which documents to check      loader · policy
``lint`` · ``explain``                              the project's own files       lint · policy
==================================================  ============================  ==========================
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import factcheck
from factcheck.model.report import FORMAT, Report
from factcheck.policy.asked import Asked
from factcheck.workspace.claims import Progress
from factcheck.workspace.questions import Questions
from factcheck.workspace.texts import Texts

if TYPE_CHECKING:
    from factcheck.policy.update import Updated

__all__ = ["Progress", "Workspace"]


class Workspace(Texts, Questions):
    """A project and all that front ends ask of it."""

    def update_baseline(
        self, paths: Sequence[Path], asked: Asked, progress: Progress | None = None, drafts: Sequence[Path] = ()
    ) -> "Updated":
        """Return the baseline with today's findings; those of files that were not looked at stay."""
        from factcheck.loader.documents import path_of  # noqa: PLC0415 - the same
        from factcheck.policy.update import updated  # noqa: PLC0415 - checks do without

        alone = replace(asked, no_baseline=True)
        report = self.check(paths, progress, alone) if paths or not drafts else Report(FORMAT, factcheck.__version__)
        found = [document for path in drafts for document in self.documents(path)]
        read = []
        for done, document in enumerate(found):
            if progress is not None:
                progress(done, len(found), path_of(document))
            read.append(self.draft_document(document))
        whole = not (paths or drafts)
        return updated(report, self.project, asked, whole=whole, drafts=self.honour_drafts(read, alone) if read else ())
