// # What gives a machine away
//
// Section 10.3 · After this page you have seen two programs quarrel, and measured by what one can tell their texts from
// those of people.

import Figures
import Notebook
import Tensors
import Text

// A form is easily found. A language model has none. Figure 10-3 of the book shows two programs that quarrel about the
// costs of defence, as people do on a forum; figure 10-4 the profile of a woman with important contacts who does not
// exist, her face made by a net. Those pictures belong to others. But two programs can quarrel here, too. Both are the
// language model of this chapter; the words that one begins with are "I loved this film", and those of the other "I
// hated this film":

extension FilmReviews {
    func twoPrograms() throws {
        let (net, vocabulary) = (try languageModel.net, try languageModel.vocabulary)
        var (random, text, talk) = (run.random, [Int](), [[ColouredText.Piece]]())
        for turn in 0..<4 {
            let words = Tokenizer()(turn % 2 == 0 ? "I loved this film" : "I hated this film")
            // Only the first begins with xxbos, which would mean: forget what was said.
            let known = vocabulary(Array(words.dropFirst(min(turn, 1)))).filter { $0 != SpecialToken.unknown.id }
            let longer = net.continued(
                text + known, by: 25, vocabulary: vocabulary, temperature: 0.75, using: &random)
            // Each may speak until its last full sentence.
            let said = vocabulary.decode(longer.dropFirst(text.count))
            let end = said.lastIndex { [".", "!", "?"].contains($0) } ?? said.count - 1
            text = longer
            talk.append([
                .init(turn % 2 == 0 ? "A:" : "B:"),
                .init(readable(Array(said[...end])), colour: turn % 2 == 0 ? .sky : .orange),
            ])
        }
        show(ColouredText("Two programs quarrel", talk), "Neither of them has seen a film, or has an opinion")
    }
}

// Can a detector tell what a model has written? It gets texts of both kinds to learn from, all of one length, and is
// asked about others. (`xxunk` does not count, since the model never writes it.) Here are three. The first is a bag of
// words. The second looks at *triples*: how much does each token surprise a table that has counted triples in people's
// texts? The third looks at *company*: which share of the pairs of tokens in a text has never been together in a text
// of a person? A reviewer has one film in mind. Does the model?
//
// The last two give a number, and a `Detector` draws a line between the numbers of both kinds, where it parts them
// best:

/// Says of a text whether a machine has written it.
struct Detector: Sendable {
    /// A number for a text, and the number above which it is called fake.
    let score: @Sendable ([Int]) -> Double
    let limit: Double

    init(people: [[Int]], machine: [[Int]], score: @escaping @Sendable ([Int]) -> Double) {
        let (low, high) = (people.map(score), machine.map(score))
        func right(_ limit: Double) -> Int { low.count { $0 <= limit } + high.count { $0 > limit } }
        (self.score, limit) = (score, (low + high).max { right($0) < right($1) } ?? 0)
    }

    /// How many of the texts are called fake.
    func count(_ texts: [[Int]]) -> Int { texts.count { score($0) > limit } }

    /// The share of texts that are called fake.
    func found(_ texts: [[Int]]) -> Double { Double(count(texts)) / Double(max(texts.count, 1)) }
}

// `company` notes which tokens have been together in a text, in one long row of flags:

/// How many of the pairs of different tokens in a text were together in none of `texts`.
func company(_ texts: NumberedTexts, vocabulary: Int) -> @Sendable ([Int]) -> Double {
    var seen = [Bool](repeating: false, count: vocabulary * vocabulary)
    for text in texts {
        let tokens = Set(text).sorted()
        for (place, one) in tokens.enumerated() {
            for other in tokens[place...] { seen[one * vocabulary + other] = true }
        }
    }
    return { [seen] text in
        let tokens = Set(text).sorted()
        var (strange, pairs) = (0, 0)
        for (place, one) in tokens.enumerated() {
            for other in tokens[(place + 1)...] {
                (strange, pairs) = (strange + (seen[one * vocabulary + other] ? 0 : 1), pairs + 1)
            }
        }
        return Double(strange) / Double(max(pairs, 1))
    }
}

// MARK: Helpers

/// What the model could have written.
func withoutUnknown(_ text: [Int]) -> [Int] { text.filter { $0 != SpecialToken.unknown.id } }
