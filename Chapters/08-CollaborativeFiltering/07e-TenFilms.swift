// # Ten films of yours
//
// Section 8.7 · After this page you will have told a model what you think of ten films, and know what it has to say to
// you.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors

// `swift run ch08 --rate` asks you for stars for ten films and recommends others, with its reasons. You are a stranger to
// the model, so it is the model of section 8.6, and your taste is found as on the page "Ask them": `fittedTaste`, from the
// stars that you give.
//
// Which films should it ask about? Well-known ones, or you will not have seen them. And not ten of a kind: who has rated
// three films with spaceships has told little new with the third. `questions` begins with the best-known film; next comes
// always the one that is least like all before it.

/// The same titles in an order in which each is as little as possible like those before it, by the cosine.
/// - Parameter titles: the first one stays the first.
public func questions(_ titles: [Int], factors: Tensor) -> [Int] {
    var (left, order) = (titles, [Int]())
    // The largest cosine of each title that is left with one of those that have been taken.
    var nearest = [Float](repeating: -2, count: left.count)
    while !left.isEmpty {
        let place = order.isEmpty ? 0 : nearest.indices.min { nearest[$0] < nearest[$1] }!
        let taken = left.remove(at: place)
        nearest.remove(at: place)
        order.append(taken)
        if left.isEmpty { break }
        let cosines = cosineSimilarity(factors.rows(left), factors[taken]).scalars
        nearest = zip(nearest, cosines).map { max($0, $1) }
    }
    return order
}

// People type all sorts of things. `AnswerToAFilm` is what can be meant: stars, or a film that was not seen (an empty
// line or a minus). What cannot be understood is asked again; at the end of the input (Ctrl-D) the questions are over.

/// What somebody says about a film.
public enum AnswerToAFilm: Equatable, Sendable {
    case stars(Float), notSeen

    /// nil if it cannot be understood: "4", "4.5" and "4,5" can, from 1 to 5.
    public init?(_ typed: String) {
        let text = typed.trimmingCharacters(in: .whitespacesAndNewlines).replacingOccurrences(of: ",", with: ".")
        if text.isEmpty || text == "-" {
            self = .notSeen
        } else if let stars = Float(text), (1...5).contains(stars) {
            self = .stars(stars)
        } else {
            return nil
        }
    }
}

/// Asks about films until `count` of them have been rated, or there are no more films or answers.
/// - Parameter answer: what is typed, given the question; nil when there is no more to come.
public func ratings(
    _ count: Int, of titles: [Int], name: (Int) -> String, answer: (String) -> String?
) -> [(title: Int, rating: Float)] {
    var rated: [(title: Int, rating: Float)] = []
    for title in titles where rated.count < count {
        var question = "\(rated.count + 1) of \(count): \(name(title))? "
        while true {
            guard let typed = answer(question) else { return rated }
            if let understood = AnswerToAFilm(typed) {
                if case .stars(let stars) = understood { rated.append((title, stars)) }
                break
            }
            question = "  stars from 1 to 5, or an empty line if you have not seen it: "
        }
    }
    return rated
}

extension CollaborativeFiltering {
    func tenFilms() throws {
        // Here somebody answers who is a stranger to the model: one of those that were kept out of it. They say what they
        // said to MovieLens, as far as they have seen the films.
        let cold = try coldStart
        let stranger = cold.strangers.max { $0.known.count < $1.known.count }!
        let said = Dictionary((stranger.known + stranger.checked).map { ($0.title, $0.rating) }) { $1 }
        let names = cold.fitted.data.titles
        var asked = 0
        let rated = ratings(
            10, of: filmsToAsk(cold), name: { names.name($0) },
            answer: { question in
                asked += 1
                return said.first { question.hasSuffix(": \(names.name($0.key))? ") }.map { starsText($0.value) } ?? ""
            })
        var table = TextTable(["film", "stars"])
        for one in rated { table.add(names.name(one.title), starsText(one.rating)) }
        show(table, "What a stranger says, \(dataName): \(counted(asked, "film")) had to be asked about")
        try advise(rated, cold)
    }

    /// The conversation of `--rate`.
    func rateTenFilms(answer: (String) -> String?) throws {
        show("Films of \(dataName). Give each 1 to 5 stars; an empty line if you have not seen it; Ctrl-D to stop.")
        let cold = try coldStart
        let names = cold.fitted.data.titles
        let rated = ratings(10, of: filmsToAsk(cold), name: { names.name($0) }, answer: answer)
        show("\n\(counted(rated.count, "film")) rated")
        try advise(rated, cold)
        try whatTheReasonsSay()
    }

    private func filmsToAsk(_ cold: ColdStart) -> [Int] {
        questions(bestKnown(cold.fitted.data, run.size(quick: 40, usual: 150)), factors: cold.films)
    }
}
