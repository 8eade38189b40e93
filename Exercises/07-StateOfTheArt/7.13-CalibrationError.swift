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
    let (sure, answers) = probabilities.max(axis: 1)
    let right = zip(answers.scalars, labels).map { $0 == $1 }
    var sum = 0.0
    for k in 0..<groups {
        let members = sure.scalars.indices.filter { min(groups - 1, Int(sure.scalars[$0] * Float(groups))) == k }
        if members.isEmpty { continue }
        let s = members.reduce(0) { $0 + Double(sure.scalars[$1]) }
        sum += s - Double(members.count { right[$0] })
    }
    return abs(sum) / Double(labels.count)
}
