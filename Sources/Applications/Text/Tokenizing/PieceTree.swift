// All pieces in one tree: each step down is a sign, so all pieces that begin at a place of a text are found on one
// way down.

/// The most signs that a piece has.
let longestPiece = 16

struct PieceTree: Sendable {
    /// From a node and a sign to the next node.
    private var steps: [UInt64: Int32] = [:]
    /// The piece that ends at a node, or -1.
    private var pieces: [Int32] = [-1]

    init(_ texts: [Scalars]) {
        for (number, text) in texts.enumerated() {
            var node: Int32 = 0
            for scalar in text {
                let step = UInt64(node) << 32 | UInt64(scalar.value)
                if let next = steps[step] {
                    node = next
                } else {
                    pieces.append(-1)
                    node = Int32(pieces.count - 1)
                    steps[step] = node
                }
            }
            pieces[Int(node)] = Int32(number)
        }
    }

    /// Calls `body` with the end and the number of each piece that begins at a place, the shortest first.
    func each(_ text: Letters, at start: Int, before end: Int, _ body: (_ end: Int, _ piece: Int) -> Void) {
        var (node, place): (Int32, Int) = (0, start)
        while place < end, let next = steps[UInt64(node) << 32 | UInt64(text[place].value)] {
            (node, place) = (next, place + 1)
            if pieces[Int(next)] >= 0 { body(place, Int(pieces[Int(next)])) }
        }
    }

    /// The most probable way to cut a part of a text into pieces (A. Viterbi, 1967). A sign that is in no piece is a
    /// token of its own, at a high price.
    /// - Parameter excluded: a piece that must not be used.
    func best(_ text: Letters, _ part: Range<Int>, scores: [Float], without excluded: Int = -1) -> [Range<Int>] {
        let (start, count) = (part.lowerBound, part.count)
        var best = Array(repeating: -Float.infinity, count: count + 1)
        var from = Array(repeating: 0, count: count + 1)
        best[0] = 0
        for place in 0..<count {
            var hasSign = false
            each(text, at: start + place, before: part.upperBound) { end, piece in
                if end == start + place + 1 { hasSign = true }
                let score = best[place] + scores[piece]
                if piece != excluded, score > best[end - start] {
                    (best[end - start], from[end - start]) = (score, place)
                }
            }
            let score = best[place] + priceOfUnknown
            if !hasSign, score > best[place + 1] { (best[place + 1], from[place + 1]) = (score, place) }
        }
        var (tokens, end): ([Range<Int>], Int) = ([], count)
        while end > 0 {
            tokens.append(start + from[end]..<start + end)
            end = from[end]
        }
        return tokens.reversed()
    }
}

/// Worse than any piece.
private let priceOfUnknown: Float = -100
