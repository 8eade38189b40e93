// Exercise 21.10 · When people disagree about a label
// Section 21.7: Chapters/21-BirdsAndAirplanes/07b-OneOutputPerClass.swift

import Practice
import Tensors

/// Targets for pictures that several people have labelled. The target of a picture is the share of its votes that each
/// class has got. A picture with a single vote gets a one-hot row.
///
/// With the classes airplane, bird and kite, the votes ["bird", "bird", "kite", "bird"] → [0, 0.75, 0.25].
///
/// votes: for each picture the names that people gave it → [pictures, classes], also if there are no pictures. nil
/// where the question makes no sense: a picture without votes, a vote that names none of the classes, or a class that
/// is listed twice. There is at least one class.
public func labelShares(_ votes: [[String]], among classes: [String]) throws -> Tensor? {
    throw Unanswered("21.10")
}
