// Exercise 7.13 · One number for being too sure
// Section 7.5, question 7.9: Chapters/07-StateOfTheArt/05f-HowSure.swift

import Practice
import Tensors

/// How far a net's sureness is from how often it is right: the *expected calibration error*.
///
/// How sure a net is of a photo is the largest of its probabilities, and it is right if that one belongs to the label.
/// Photos are sorted into `groups` groups of the same width by how sure the net is: group k has those from k / groups
/// to below (k + 1) / groups, and the last group those with 1 besides. In each group that is not empty, take the
/// distance between the mean sureness and the share of right answers. The error is the mean of these distances, in
/// which each group counts as much as it has photos.
///
/// probabilities [n, classes], n at least 1 · a label for each
public func calibrationError(_ probabilities: Tensor, _ labels: [Int], groups: Int) throws -> Double {
    throw Unanswered("7.13")
}
