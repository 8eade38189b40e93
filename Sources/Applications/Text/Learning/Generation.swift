// # Writing
//
// A language model says how probable each token is to come next. Draw one, let the model read it, and ask again: that
// is all it takes to write. The temperature divides the scores before they become probabilities: a low one prefers
// what is probable anyway, a high one makes everything nearly equally likely.

import Common
import Foundation
import Layers
import Tensors

extension LanguageModelNet {
    /// Continues a text. (The book's `predict`.)
    ///
    /// - Parameters:
    ///   - prompt: the numbers of its first tokens, at least one.
    ///   - count: how many are added.
    ///   - temperature: above 0.
    ///   - topK: draws only among so many of the most probable; nil among all.
    ///   - isExcluded: tokens that are never drawn, besides `xxunk`, `xxpad` and fillers.
    public func continued(
        _ prompt: [Int], by count: Int, vocabulary: TokenVocabulary, temperature: Float = 1, topK: Int? = nil,
        excluding isExcluded: (String) -> Bool = { _ in false }, using random: inout some RandomNumberGenerator
    ) -> [Int] {
        require(
            !prompt.isEmpty && temperature > 0 && temperature.isFinite && (topK ?? 1) > 0,
            "continued by \(counted(count, "token")) at temperature \(temperature)",
            "it needs a prompt, a temperature above 0, and at least one token to choose from",
            try: "[SpecialToken.beginning.id]")
        let never: Set = [SpecialToken.unknown.rawValue, SpecialToken.padding.rawValue, TokenVocabulary.filler]
        let allowed = vocabulary.tokens.indices.filter {
            !never.contains(vocabulary.tokens[$0]) && !isExcluded(vocabulary.tokens[$0])
        }
        require(!allowed.isEmpty, "continued by \(counted(count, "token"))", "every token is excluded")
        let wasTraining = isTraining
        eval()
        reset()
        defer {
            reset()
            if wasTraining { train() }
        }
        return noGrad {
            var (text, scores) = (prompt, self(IntTensor(shape: [1, prompt.count], prompt))[0, -1].scalars)
            for step in 0..<max(count, 0) {
                text.append(drawn(scores, among: allowed, temperature, topK, using: &random))
                if step < count - 1 { scores = self(IntTensor(shape: [1, 1], [text.last!]))[0, -1].scalars }
            }
            return text
        }
    }
}

/// Draws one of the allowed tokens.
private func drawn(
    _ scores: [Float], among allowed: [Int], _ temperature: Float, _ topK: Int?,
    using random: inout some RandomNumberGenerator
) -> Int {
    var choices = allowed
    if let topK, topK < choices.count {
        choices.sort { (scores[$1], $0) < (scores[$0], $1) }
        choices.removeLast(choices.count - topK)
    }
    let highest = choices.reduce(-Float.infinity) { max($0, scores[$1]) }
    let weights = choices.map { exp(Double((scores[$0] - highest) / temperature)) }
    var left = random.uniform() * weights.reduce(0, +)
    for (choice, weight) in zip(choices, weights) {
        left -= weight
        if left < 0 { return choice }
    }
    return choices.last!
}

/// Tokens as people would write them: capitals are back, repetitions are repeated, and signs stand close to their
/// words.
public func readable(_ tokens: [String]) -> String {
    var (text, place) = ("", 0)
    var makeCapital: (String) -> String = { $0 }
    var isAfterOpening = true
    func word(at place: Int) -> String { tokens.indices.contains(place) ? tokens[place] : "" }
    while place < tokens.count {
        var next = tokens[place]
        switch SpecialToken(rawValue: next) {
        case .capital: makeCapital = { $0.prefix(1).uppercased() + $0.dropFirst() }
        case .capitals: makeCapital = { $0.uppercased() }
        case .beginning, .end, .padding, .field: break
        case .repetition, .wordRepetition:
            let isWord = next == SpecialToken.wordRepetition.rawValue
            let count = min(max(Int(word(at: place + 1)) ?? 1, 1), 100)
            next = Array(repeating: word(at: place + 2), count: count).joined(separator: isWord ? " " : "")
            place += 2
            fallthrough
        default:
            let isClose =
                isAfterOpening || closeToTheLeft.contains(next.prefix(1)) || next == "n't" || next.hasPrefix("n’t")
            text += (isClose ? "" : " ") + makeCapital(next)
            makeCapital = { $0 }
            isAfterOpening = ["(", "[", "$", "£", "€", "#"].contains(next)
        }
        place += 1
    }
    return text
}

private let closeToTheLeft: Set<Substring> = [".", ",", ";", ":", "!", "?", ")", "]", "…", "%", "'", "’"]
