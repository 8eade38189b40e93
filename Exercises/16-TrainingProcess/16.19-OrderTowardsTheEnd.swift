// Exercise 16.19 · Some towards the end
// Section 16.9, question 16.27: Chapters/16-TrainingProcess/09c-SortedCallbacks.swift

import Practice

/// Sorts callbacks, given by their names. `before` lists pairs: the first must come before the second. Callbacks in
/// `towardEnd` come after all others, as far as the pairs allow it (fastai's `toward_end`). Apart from that the order
/// of the list is kept: take the first that nobody who waits must precede, those that are not in `towardEnd` first;
/// then look again from the front. A name in the pairs that is not in the list does not matter. A pair of a name with
/// itself is a contradiction, too.
///
/// If the pairs contradict each other, an error is thrown whose description names all callbacks of one circle, each as
/// a word by itself, and no other callback.
public func sortedNames(_ names: [String], before: [(String, String)], towardEnd: Set<String>) throws -> [String] {
    throw Unanswered("16.19")
}
