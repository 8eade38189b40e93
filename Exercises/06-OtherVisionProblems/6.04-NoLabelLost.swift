// Exercise 6.4 · No label lost
// Section 6.2, question 6.6: Chapters/06-OtherVisionProblems/02e-WhoJudges.swift

import Practice

/// The places of the validation photos, counted from 0 and ascending, such that no label loses its last photo to learn
/// from.
///
/// Given are the labels of each photo, each label of a photo once. Go through the photos in their order and take each
/// one for validation, as long as fewer than `count` are taken, and unless a label of it would then have no photo left
/// to learn from. Photos that are not taken, and those that come later, are learned from. A photo without labels can
/// always be taken.
///
/// Example: [["cat"], ["cat", "dog"], ["cat"], []] with count 3 → 0, 2, 3. Photo 0 can be taken, two cats remain. Photo
/// 1 cannot: it has the only dog. Photo 2 can, since photo 1 still has a cat, and photo 3 has no label.
public func placesToJudge(_ labels: [[String]], count: Int) throws -> [Int] {
    throw Unanswered("6.4")
}
