// Exercise 21.13 · Binary cross-entropy from scores
// Section 21.9: Chapters/21-BirdsAndAirplanes/09d-OneOutputIsEnough.swift

import Practice

/// The mean of -y ln p - (1 - y) ln (1 - p) for p = σ(x), computed from the scores x and the targets y without ever
/// making a probability. So it is right for scores of 1000 and of -1000, too.
///
/// As many scores as targets, at least one. Targets are from 0 to 1, also between them. It may help to know that
/// -ln σ(x) = ln (1 + e⁻ˣ), and that -ln (1 - σ(x)) is the same plus x.
///
/// Scores [0.5, -1], targets [1, 0] → 0.3937. Scores [-200, 200], targets [1, 0] → 200.
public func binaryLoss(ofScores scores: [Float], targets: [Float]) throws -> Float {
    throw Unanswered("21.13")
}
