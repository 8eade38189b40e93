// Exercise 19.21 · Items that are fetched once
// Section 19.2, question 19.6: Chapters/19-LearnerFromScratch/02-Dataset.swift

import Chapter19
import Practice
import Tensors

/// A dataset with the items of another one, which asks for each of them once and keeps it. So pictures are decoded in
/// the first epoch, and never again. Nothing is fetched before somebody wants it.
///
/// It must work in this chapter's `DataLoader` with several workers, so two threads may ask at the same moment, also
/// for the same item. Then the second one waits for what the first one gets. Different items are fetched at the same
/// time. An error is thrown to whoever has asked (to all who have waited for it, too), and is not kept: whoever asks
/// later makes another attempt.
public func fetchedOnce(_ dataset: any Dataset) throws -> any Dataset {
    throw Unanswered("19.21")
}
