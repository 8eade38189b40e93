// # Which pieces?
//
// Begin with far too many: every part of a word that occurs more than once. Then take turns:
//
// 1. Given how probable each piece is, how often is each expected to be used, over all ways to cut all words?
// 2. Given how often each is used, how probable is it?
//
// This is expectation maximization (A. Dempster, N. Laird and D. Rubin, 1977). Pieces that nobody would miss are
// thrown out, and again, until as many are left as wanted. Single signs stay, so that every word can be cut.

import Foundation
import Kernels
import Tensors

extension SubwordTokenizer {
    /// Learns pieces from texts. (The book's `setup`.)
    ///
    /// - Parameter size: of the vocabulary, with the nine special tokens. It may be smaller where the texts have not
    ///   so many different parts, and larger where they have more signs.
    public init(training texts: some Sequence<String>, size: Int) {
        require(size > 0, "SubwordTokenizer(training:, size: \(size))", "a vocabulary has at least one piece")
        var training = SubwordTraining(texts, seeds: min(100_000, max(20_000, 10 * size)))
        let wanted = max(1, size - SpecialToken.allCases.count)
        training.improve(2)
        while training.pieces.count > wanted {
            training.prune(to: max(wanted, training.pieces.count * 3 / 4))
            let before = training.pieces.count
            training.improve(2)
            if training.pieces.count <= training.signs || before == training.signs { break }
        }
        let order = training.pieces.indices.sorted { (training.scores[$1], $0) < (training.scores[$0], $1) }
        self.init(
            pieces: order.map { String(scalars: training.pieces[$0][...]) }, scores: order.map { training.scores[$0] })
    }
}

struct SubwordTraining {
    /// The different words, one behind the other, where each is, and how often it occurs.
    private var letters: Scalars = [], words: [Range<Int>] = [], counts: [Float] = []
    /// The single signs come first.
    private(set) var pieces: [Scalars] = [], scores: [Float] = []
    private(set) var signs = 0
    private var expected: [Float] = []

    /// - Parameter seeds: how many pieces to begin with, besides single signs.
    init(_ texts: some Sequence<String>, seeds: Int) {
        var (table, occurrences): (TokenTable, [Int]) = (TokenTable(), [])
        for text in texts {
            let text = [wordMark] + Scalars(of: text).map { $0 == " " ? wordMark : $0 }
            text.withUnsafeBufferPointer { all in
                Text.words(in: all) { word in
                    let id = Int(table.id(of: text[word]))
                    if id == occurrences.count { occurrences.append(0) }
                    occurrences[id] += 1
                }
            }
        }
        for id in occurrences.indices {
            let word = table[id]
            if SpecialToken(rawValue: String(scalars: word.dropFirst())) != nil { continue }
            words.append(letters.count..<letters.count + word.count)
            letters += word
            counts.append(Float(occurrences[id]))
        }
        seed(seeds)
    }

    /// All signs, and the parts of words that occur more than once: the most frequent, weighted by their length.
    private mutating func seed(_ most: Int) {
        var (table, occurrences): (TokenTable, [Float]) = (TokenTable(), [])
        for (word, count) in zip(words, counts) {
            for start in word {
                for end in start + 1...min(start + longestPiece, word.upperBound) {
                    let id = Int(table.id(of: letters[start..<end]))
                    if id == occurrences.count { occurrences.append(0) }
                    occurrences[id] += count
                }
            }
        }
        let (single, longer) = occurrences.indices.partitioned { table[$0].count == 1 }
        let frequent = longer.filter { occurrences[$0] > 1 }
        let weights = Dictionary(uniqueKeysWithValues: frequent.map { ($0, occurrences[$0] * Float(table[$0].count)) })
        let best = frequent.sorted { (weights[$1]!, $0) < (weights[$0]!, $1) }.prefix(most)
        let all = single + best
        (pieces, signs) = (all.map { Array(table[$0]) }, single.count)
        let total = all.reduce(Float(0)) { $0 + occurrences[$1] }
        scores = all.map { log(occurrences[$0] / total) }
    }

    /// Some turns of both steps. What is hardly used goes.
    mutating func improve(_ turns: Int) {
        for _ in 0..<turns {
            expect()
            let kept = pieces.indices.filter { $0 < signs || expected[$0] >= 0.5 }
            let uses = kept.map { max(expected[$0], 1e-3) }
            let total = log(uses.reduce(0, +))
            (pieces, expected) = (kept.map { pieces[$0] }, uses)
            scores = uses.map { log($0) - total }
        }
    }

    /// How often each piece is expected to be used. Blocks of words are summed in their order, whoever has computed
    /// them.
    private mutating func expect() {
        let (tree, scores, block) = (PieceTree(pieces), scores, 2048)
        let sums = BlockSums(count: (words.count + block - 1) / block)
        letters.withUnsafeBufferPointer { letters in
            parallelFor(words.count, grain: block) { numbers in
                var sum = Array(repeating: Float(0), count: scores.count)
                for number in numbers { addUses(tree, scores, letters, words[number], counts[number], &sum) }
                sums.set(sum, at: numbers.lowerBound / block)
            }
        }
        expected = sums.total(scores.count)
    }

    /// Throws out those that would be missed least: that are seldom used, or nearly as well said by others.
    mutating func prune(to count: Int) {
        let tree = PieceTree(pieces)
        var losses = Array(repeating: Float.infinity, count: pieces.count)
        for number in signs..<pieces.count {
            pieces[number].withUnsafeBufferPointer { text in
                let parts = tree.best(text, 0..<text.count, scores: scores, without: number)
                var other: Float = 0
                for part in parts {
                    tree.each(text, at: part.lowerBound, before: part.upperBound) { end, piece in
                        if end == part.upperBound { other += scores[piece] }
                    }
                }
                losses[number] = expected[number] * (scores[number] - other)
            }
        }
        let order = pieces.indices.sorted {
            ($0 < signs ? 0 : 1, losses[$1], $0) < ($1 < signs ? 0 : 1, losses[$0], $1)
        }
        let kept = order.prefix(max(count, signs)).sorted()
        (pieces, scores, expected) = (kept.map { pieces[$0] }, kept.map { scores[$0] }, kept.map { expected[$0] })
    }
}

/// Adds how often each piece is expected in a word: forward and backward sums over all ways to cut it.
private func addUses(
    _ tree: PieceTree, _ scores: [Float], _ text: Letters, _ word: Range<Int>, _ count: Float, _ uses: inout [Float]
) {
    var edges: [(start: Int, end: Int, piece: Int)] = []
    for start in word {
        tree.each(text, at: start, before: word.upperBound) {
            edges.append((start - word.lowerBound, $0 - word.lowerBound, $1))
        }
    }
    var forward = Array(repeating: -Float.infinity, count: word.count + 1), backward = forward
    (forward[0], backward[word.count]) = (0, 0)
    for edge in edges { forward[edge.end] = logSum(forward[edge.end], forward[edge.start] + scores[edge.piece]) }
    for edge in edges.reversed() {
        backward[edge.start] = logSum(backward[edge.start], backward[edge.end] + scores[edge.piece])
    }
    let all = forward[word.count]
    for edge in edges where all.isFinite {
        uses[edge.piece] += count * exp(forward[edge.start] + scores[edge.piece] + backward[edge.end] - all)
    }
}

/// log(eᵃ + eᵇ)
private func logSum(_ a: Float, _ b: Float) -> Float {
    let (low, high) = (min(a, b), max(a, b))
    return low == -.infinity ? high : high + log(1 + exp(low - high))
}

/// The sums of several threads.
private final class BlockSums: @unchecked Sendable {
    private let lock = NSLock()
    private var blocks: [[Float]]

    init(count: Int) { blocks = Array(repeating: [], count: count) }

    func set(_ sum: [Float], at block: Int) { lock.withLock { blocks[block] = sum } }

    func total(_ count: Int) -> [Float] {
        blocks.reduce(into: Array(repeating: 0, count: count)) { total, sum in
            for (place, value) in sum.enumerated() { total[place] += value }
        }
    }
}

extension Sequence {
    /// Those that pass a test, and the others.
    fileprivate func partitioned(_ test: (Element) -> Bool) -> (passed: [Element], others: [Element]) {
        (filter(test), filter { !test($0) })
    }
}
