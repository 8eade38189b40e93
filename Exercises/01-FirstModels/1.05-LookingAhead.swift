// Exercise 1.5 · Looking one move ahead
// Section 1.4: Chapters/01-FirstModels/04b-ALearnerOfGames.swift

import Practice

/// Samuel's program did not only look at its own move; it also asked what the other one could answer.
///
/// `fields` are the nine fields of noughts and crosses: 1 for the player whose turn it is, -1 for the other, 0 for free
/// ones. How good a position looks for a player is the sum of `weights` times what `Board.features(for:)` of chapter 1
/// gives for that player.
///
/// Return the free field that is best for the player: the one whose *value* is highest. If the move wins, or fills the
/// last free field, its value is how good the position then looks to the player. Otherwise the other one answers, with
/// the move after which the position looks best to the *other*; and the value is the negative of how good that looks to
/// the other. Of several best fields, take the first. nil if no field is free. `Board(fields)` makes a position,
/// `board.after(field, by: player)` the next.
public func bestMove(_ fields: [Int], _ weights: [Double]) throws -> Int? {
    throw Unanswered("1.5")
}
