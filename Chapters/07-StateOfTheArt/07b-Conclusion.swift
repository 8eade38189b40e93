// # Conclusion
//
// Section 7.7 · After this page you know what to try first, and how to find out whether it helped.

import Figures
import Notebook
import Tensors

// Five techniques, each a few lines, and you have built them all. What they have in common is more than the chapter's
// title. None changes the net. Each changes what it is shown, what it is told, or how it is asked:

extension StateOfTheArt {
    func fiveTechniques() {
        var table = TextTable(["technique", "what it changes", "costs", "pays where"])
        for row in [
            (
                "normalization", "what the net is shown", "nothing",
                "a net was trained with it; numbers are far from 0 to 1"
            ),
            (
                "progressive resizing", "how large photos are", "less work for each small epoch",
                "training is long and photos are large"
            ),
            (
                "test-time augmentation", "how often it is asked", "predictions n + 1 times as long",
                "answers matter more than time"
            ),
            ("Mixup", "photos and targets", "many more epochs", "photos are few and epochs many"),
            ("label smoothing", "targets", "nothing, but it wants time", "labels are not certain, or training is long"),
        ] { table.add(row.0, row.1, row.2, row.3) }
        show(table, "The techniques of this chapter")

        // And what if a technique that won for others does nothing for you? That is the usual case, and no reason for
        // doubt: gains that show after 80 epochs on 10,000 photos need not show after 5 on 800. Then do what this
        // chapter did. Make a small set of your own photos on which a training takes minutes, or seconds. Fix the
        // split. Train with the technique and without it from the same seeds, at the same work. Look at the difference
        // beside its spread, and only then decide. Who can try thirty ideas a day finds what works; who waits a day for
        // each does not.
        //
        // From here the book leaves photos for a while. The next chapters are about ratings, tables and texts, and
        // chapter 13 comes back to what is inside a net for pictures.
    }
}
