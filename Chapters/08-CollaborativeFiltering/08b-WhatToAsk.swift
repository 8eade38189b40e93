// # What to ask
//
// Section 8.8 · After this page you can choose questions that tell something, and read answers.

import Figures
import Foundation
import Notebook
import Tensors

// `swift run ch08 --rate` asks you for ratings, finds the taste that fits them, and recommends films that you have not
// rated. Everything that it needs is on earlier pages, but one thing: which films to ask about. You must know them, so
// they are taken from the best known. And an answer should say something new. Two films with the same factors are one
// question asked twice. So the best known comes first, and then always the film that differs most from all that have
// been asked about: what is left of its factors, when all that points in the directions of earlier questions has been
// taken away. (This is the procedure of Gram and Schmidt.)

/// Titles in the order in which to ask about them: the first one, and then always what differs most from those before.
/// - Parameter films: factors, [titles, factors].
public func tellingOrder(_ titles: [Int], films: Tensor) -> [Int] {
    guard !titles.isEmpty else { return [] }
    let factors = films.rows(titles)
    let differences = factors - factors.mean(axis: 0)
    var left = titles.indices.map { (title: titles[$0], rest: differences[$0].scalars.map(Double.init)) }
    func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    var order: [Int] = []
    while !left.isEmpty {
        let place =
            order.isEmpty
            ? 0 : left.indices.max { dot(left[$0].rest, left[$0].rest) < dot(left[$1].rest, left[$1].rest) }!
        let (title, asked) = left.remove(at: place)
        order.append(title)
        let length = dot(asked, asked)
        guard length > 1e-12 else { continue }
        for other in left.indices {
            let share = dot(left[other].rest, asked) / length
            for i in asked.indices { left[other].rest[i] -= share * asked[i] }
        }
    }
    return order
}

extension CollaborativeFiltering {
    func whatToAsk() throws {
        // #hide
        if Self.isRating { return }
        // Does the order matter? Here the strangers of section 8.6 may tell five ratings: of the films that are known
        // best, of those that tell most, or of any:
        let cold = try coldStart
        let known = bestKnown(cold.fitted.data, run.size(quick: 60, usual: 200))
        let telling = tellingOrder(known, films: cold.films)
        let spread = (factors: cold.users.std(axis: 0).scalars, bias: cold.userBias.std().item)
        let errorIn = { (order: [Int]) in
            let rank = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
            return cold.error { number in
                let all = cold.strangers[number].known
                let places = all.indices.sorted {
                    (rank[all[$0].title] ?? .max, $0) < (rank[all[$1].title] ?? .max, $1)
                }
                return fittedTaste(
                    places.prefix(5).map { all[$0] }, films: cold.films, filmBias: cold.filmBias,
                    mean: cold.meanTaste, spread: spread)
            }
        }
        var table = TextTable(["five ratings of", "squared error"], decimals: 3)
        for (name, order) in [
            ("the first films they rated", []), ("the best-known films", known), ("the most telling films", telling),
        ] {
            table.add(name, errorIn(order))
        }
        show(table, "What a stranger is best asked about, \(dataName)")

        // With other strangers (`--seed 2`) the order of the rows may be another one: some sixty people are too few to
        // tell so small differences. What five ratings are worth at all, section 8.6 has shown. But it is more fun to
        // be asked about ten films that differ.
    }
}

// The answers are read by `askedRatings`. Whoever reads what people type must expect anything: an empty line for a film
// that you have not seen, a number that is none, or the end of the input.

/// Asks for ratings from 1 to 5 until there are enough, or no more titles, or no more answers.
///
/// An empty line passes a title; `q` ends; what is no rating is asked again.
/// - Parameters:
///   - reply: what is typed; nil when there is no more to come.
///   - say: writes a line.
public func askedRatings(
    _ count: Int, of titles: [(title: Int, name: String)], reply: () -> String?, say: (String) -> Void
) -> [(title: Int, rating: Float)] {
    var given: [(title: Int, rating: Float)] = []
    for (title, name) in titles where given.count < count {
        say("\(given.count + 1) of \(count): \(name)")
        while true {
            guard let typed = reply()?.trimmingCharacters(in: .whitespaces), typed.lowercased() != "q" else {
                return given
            }
            if typed.isEmpty || typed == "0" { break }
            if let rating = Float(typed.replacing(",", with: ".")), (1...5).contains(rating) {
                given.append((title, rating))
                break
            }
            say("  a rating is a number from 1 to 5; press return if you have not seen it, q to stop")
        }
    }
    return given
}
