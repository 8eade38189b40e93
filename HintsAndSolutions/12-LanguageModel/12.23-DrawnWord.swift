// Nudge: First decide who has a chance at all. Then it is a softmax over these, and nobody else.
// Idea: Sort the numbers of the words by falling score, equal ones by number, and take the first k. Subtract the
//   largest score before `exp`, which changes no quotient and cannot overflow. A temperature of 0 is a case of its own.
// Almost: `scores.indices.sorted { scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1] }.prefix(k)`. To draw,
//   add the probabilities up, and stop as soon as the sum is more than `chance`.

import Foundation

public func wordProbabilities(scores: [Float], temperature: Float, topK k: Int?) throws -> [Float] {
    let sorted = scores.indices.sorted { scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1] }
    let chosen = sorted.prefix(temperature == 0 ? 1 : k ?? scores.count)
    var probabilities = [Float](repeating: 0, count: scores.count)
    for word in chosen {
        probabilities[word] = temperature == 0 ? 1 : exp((scores[word] - scores[sorted[0]]) / temperature)
    }
    let total = probabilities.reduce(0, +)
    return probabilities.map { $0 / total }
}

public func drawnWord(_ probabilities: [Float], chance: Float) throws -> Int {
    var sum: Float = 0
    for (word, probability) in probabilities.enumerated() {
        sum += probability
        if sum > chance { return word }
    }
    return probabilities.lastIndex { $0 > 0 }!
}
