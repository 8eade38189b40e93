// Nudge: Write a small function first that says how good a board looks for a player. You need it in two places.
// Idea: For every free field: make the move, and look whether `winner` is the player or `moves` is empty. If neither,
//   go through the moves of the other, and take the highest that the other can get. Its negative is the value.
// Almost: `max(by:)` may give the last of several equal ones. Keep the best value and field in variables instead, and
//   replace them only where a value is greater.

import Chapter01

public func bestMove(_ fields: [Int], _ weights: [Double]) throws -> Int? {
    func look(_ board: Board, for player: Int) -> Double {
        zip(weights, board.features(for: player)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let board = Board(fields)
    var best: (field: Int, value: Double)?
    for field in board.moves {
        let next = board.after(field, by: 1)
        var value = look(next, for: 1)
        if next.winner == 0, !next.moves.isEmpty {
            value = -next.moves.map { look(next.after($0, by: -1), for: -1) }.max()!
        }
        if best == nil || value > best!.value { best = (field, value) }
    }
    return best?.field
}
