// Exercise 19.15 · A fourth way out
// Section 19.7: Chapters/19-LearnerFromScratch/07e-Cancelling.swift

import Practice
import Training

/// The loop of `Learner.fit`, for someone who only wants to be told. `tell` gets the name of each event: beforeFit,
/// beforeEpoch, beforeBatch, beforeStep, afterStep, afterBatch, afterEpoch, afterFit. An epoch is first told for the
/// `train` batches and then once more for the `valid` batches; in the latter there are no steps. Nothing else happens,
/// so afterStep follows beforeStep at once.
///
/// At any event `tell` may throw the engine's `Cancel(.fit)`, `Cancel(.epoch)`, `Cancel(.batch)` or `Cancel(.step)`.
/// (This is no enum as the page's `Cancel` is, but a struct. Its property `phase` is one of the engine's enum `Phase`:
/// `.fit`, `.epoch`, `.batch`, `.step` and others.) It ends what it names, and the `after` event of that still comes,
/// as for the three on the page. All other errors, and a `Cancel` of something that is not going on or is told of as
/// over, are thrown on, without any further event. (The page's `afterFit` comes even then. Leave that out here.)
public func fit(
    epochs: Int, train: Int, valid: Int, tell: (_ event: String) throws -> Void
) throws {
    throw Unanswered("19.15")
}
