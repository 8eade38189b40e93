import Chapter01
import Exercises01
import Practice
import Solutions01
import Tensors

let lookingAhead = Check(
    "1.5", answer("bestMove(_:_:)", Exercises01.bestMove(_:_:), Solutions01.bestMove(_:_:))
) { bestMove in
    let wins = [100.0, 0, 0, 0, 0, 0, 0]
    // It completes its line, prevents the other's, and takes the first field where nothing matters.
    try expectEqual(bestMove([1, 1, 0, -1, -1, 0, 0, 0, 0], wins), 2)
    try expectEqual(bestMove([1, 0, 0, -1, -1, 0, 0, 0, 1], wins), 5)
    try expectEqual(bestMove([0, 0, 0, 0, 0, 0, 0, 0, 0], wins), 0)
    // The last free field, and none at all.
    try expectEqual(bestMove([1, -1, 1, 1, -1, -1, -1, 1, 0], wins), 8)
    try expectEqual(bestMove([1, -1, 1, 1, -1, -1, -1, 1, 1], wins), nil)
    // The middle is worth something: the other would take it if the player did not.
    try expectEqual(bestMove([0, 0, 0, 0, 0, 0, 0, 0, 0], [100, 0, 0, 0, 0, 1, 0]), 4)
    // On random positions, the value of the field is the highest that there is.
    var random = SplitMix64(seed: 15)
    for _ in 0..<30 {
        var board = Board()
        for turn in 0..<Int.random(in: 1...4, using: &random) * 2 where board.winner == 0 {
            board = board.after(board.moves.randomElement(using: &random)!, by: turn % 2 == 0 ? 1 : -1)
        }
        if board.winner != 0 { continue }
        let weights = (0..<7).map { _ in Double(Int.random(in: -5...5, using: &random)) }
        func look(_ board: Board, _ player: Int) -> Double {
            zip(board.features(for: player), weights).map(*).reduce(0, +)
        }
        let values = board.moves.map { field -> Double in
            let next = board.after(field, by: 1)
            if next.winner != 0 || next.moves.isEmpty { return look(next, 1) }
            return next.moves.map { -look(next.after($0, by: -1), -1) }.min()!
        }
        try expectEqual(bestMove(board.fields, weights), board.moves[values.firstIndex(of: values.max()!)!])
    }
}
