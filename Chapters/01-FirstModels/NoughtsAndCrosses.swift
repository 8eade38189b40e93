// Noughts and crosses, for the learner of section 1.4: who may move where, what a position looks like, who has won.

import Tensors

/// A position: 9 fields, each 1 (one player), -1 (the other), or 0 (free).
public struct Board: Sendable, Equatable {
    public internal(set) var fields = [Int](repeating: 0, count: 9)

    public static let lines = [
        [0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6],
    ]

    public init() {}

    /// - Parameter fields: nine of them.
    public init(_ fields: [Int]) {
        require(fields.count == 9, "Board of \(fields.count) fields", "there are nine")
        self.fields = fields
    }

    public var moves: [Int] { fields.indices.filter { fields[$0] == 0 } }

    public func after(_ move: Int, by player: Int) -> Board {
        var next = self
        next.fields[move] = player
        return next
    }

    /// 1 or -1 for the player with three in a row, else 0.
    public var winner: Int {
        for line in Self.lines {
            let sum = fields[line[0]] + fields[line[1]] + fields[line[2]]
            if abs(sum) == 3 { return sum / 3 }
        }
        return 0
    }

    /// What a player may look at after a move: how many lines have three own signs, two own signs and a free field, two
    /// of the other, one own, one of the other; whether the middle is theirs, and how many corners.
    public func features(for player: Int) -> [Double] {
        var found = [Double](repeating: 0, count: 7)
        for line in Self.lines {
            let (a, b, c) = (fields[line[0]], fields[line[1]], fields[line[2]])
            // How many signs there are, and how many more of them are own.
            switch (a * a + b * b + c * c, (a + b + c) * player) {
            case (3, 3): found[0] += 1
            case (2, 2): found[1] += 1
            case (2, -2): found[2] += 1
            case (1, 1): found[3] += 1
            case (1, -1): found[4] += 1
            default: break
            }
        }
        found[5] = Double(fields[4] * player)
        found[6] = Double((fields[0] + fields[2] + fields[6] + fields[8]) * player)
        return found
    }

    static let featureNames = [
        "three in a row", "two in a row, one free", "the other has two, one free", "one in a free line",
        "the other has one in a free line", "the middle", "corners",
    ]
}

/// Plays the move after which the position looks best by these weights; nil moves at random.
public func move(on board: Board, _ player: Int, weights: [Double]?, using random: inout SplitMix64) -> Int {
    let moves = board.moves
    guard let weights else { return moves.randomElement(using: &random)! }
    let values = moves.map { move in
        let features = board.after(move, by: player).features(for: player)
        // Where two moves are equally good, chance decides.
        return zip(features, weights).reduce(Double.random(in: 0..<1e-3, using: &random)) { $0 + $1.0 * $1.1 }
    }
    return moves[values.indices.max { values[$0] < values[$1] }!]
}

/// One game; the first two moves are made at random, so that no two games are the same. Gives 1 if the first player has
/// won, -1 if the second has, 0 for a draw.
public func game(_ first: [Double]?, _ second: [Double]?, using random: inout SplitMix64) -> Int {
    var (board, player) = (Board(), 1)
    for turn in 0..<9 {
        let weights = turn < 2 ? nil : player == 1 ? first : second
        board = board.after(move(on: board, player, weights: weights, using: &random), by: player)
        if board.winner != 0 { return board.winner }
        player = -player
    }
    return 0
}

/// What one has from many games, half of them begun by each: the mean, 1 for a win, a half for a draw.
public func score(
    of one: [Double]?, against other: [Double]?, games: Int, using random: inout SplitMix64
) -> Double {
    let results = (0..<games).map { number in
        number % 2 == 0 ? game(one, other, using: &random) : -game(other, one, using: &random)
    }
    return results.reduce(0) { $0 + Double($1 + 1) / 2 } / Double(games)
}
