// Exercise 6.11 · Whole people
// Section 6.4: Chapters/06-OtherVisionProblems/04d-PeopleApart.swift

import Practice

/// Divides frames so that nobody is on both sides, even if somebody was recorded twice.
///
/// `recordings[i]` is the recording of frame i, and `person` says who is seen in a recording; one that is not among its
/// keys shows somebody who has no other. People are held back one after the other, in the order of `candidates`, which
/// are recordings: with a recording its person goes, and with the person all of their recordings. It ends as soon
/// as at least `share` of all frames are held back, or no candidate is left. Candidates that are held back already, or
/// that no frame is of, change nothing.
///
/// - Returns: the places of the frames to learn from and of those for validation, both ascending.
public func peopleHeldBack(
    _ recordings: [String], person: [String: String], candidates: [String], share: Double
) throws -> (train: [Int], valid: [Int]) {
    throw Unanswered("6.11")
}
