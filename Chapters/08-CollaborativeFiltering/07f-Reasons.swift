// # Why this one?
//
// Section 8.7 · After this page you can take a prediction apart: into what everybody thinks, which factors speak for a
// film, and who else liked it.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors

// A list without reasons is hard to believe, and harder to correct. Three kinds of reasons can be had from the model:
//
// - the bias of the film: all like it, whoever they are;
// - the factors: the dot product is a sum over fifty of them, and over any other fifty directions at right angles, such as
//   the principal components of section 8.5. A component has no name, but it has two ends, and the best-known titles there
//   say what it is about. `TasteDirection` is one end of a component;
// - the neighbours: a film that you liked whose factors point in the same direction, and the people whose taste is nearest
//   to yours, with what they gave to it.

/// One end of a component of the films' factors.
public struct TasteDirection: Sendable {
    /// A unit vector.
    public let vector: Tensor
    /// The titles furthest in this direction.
    public let titles: [Int]

    /// Both ends of the first components, among these titles.
    public static func all(of components: Int, films: Tensor, known: [Int]) -> [TasteDirection] {
        let rows = films.rows(known)
        let (places, directions, _) = principalComponents(rows, components)
        return (0..<components).flatMap { k -> [TasteDirection] in
            [true, false].map { descending in
                let order = places[0..., k].argsort(descending: descending).scalars.prefix(2)
                return TasteDirection(
                    vector: descending ? directions[k] : -1 * directions[k], titles: order.map { known[$0] })
            }
        }
    }

    /// How much this direction adds to the dot product of a taste and a film, both measured from the mean.
    public func part(_ taste: Tensor, _ film: Tensor) -> Float { taste.dot(vector).item * film.dot(vector).item }
}

extension CollaborativeFiltering {
    /// The best films for somebody who has rated some, and why.
    func advise(_ rated: [(title: Int, rating: Float)], _ cold: ColdStart) throws {
        let (films, names) = (cold.films, cold.fitted.data.titles)
        let taste = fittedTaste(
            rated, films: films, filmBias: cold.filmBias, mean: cold.meanTaste,
            spread: (factors: cold.users.std(axis: 0).scalars, bias: cold.userBias.std().item))
        let known = bestKnown(cold.fitted.data, run.size(quick: 60, usual: 400))
        let stars = Dictionary(rated.map { ($0.title, $0.rating) }) { $1 }
        let list = recommend(10, to: taste, rated: stars, among: known, films: films, filmBias: cold.filmBias)
        let middle = films.rows(known).mean(axis: 0)
        let own = taste.factors - cold.meanTaste.factors
        let directions = TasteDirection.all(of: 3, films: films, known: Array(known.prefix(100)))
        let others = nearestPeople(taste, 30, cold)
        var table = TextTable(["title", "stars", "film's bias", "you liked", "factor", "people like you"], decimals: 2)
        for one in list {
            // Of both ends of the same component, only the one that the film is on counts.
            let speaks = directions.filter { (films[one.title] - middle).dot($0.vector).item > 0 }
                .max { $0.part(own, films[one.title] - middle) < $1.part(own, films[one.title] - middle) }
            let factor = speaks.flatMap { $0.part(own, films[one.title] - middle) > 0 ? $0 : nil }
            let given = others.compactMap { $0[one.title] }
            table.add(
                shortTitle(names.name(one.title)), one.rating, one.filmBias,
                one.because.map { shortTitle(names.name($0)) } ?? "",
                factor.map { end in
                    "+\(fixed(end.part(own, films[one.title] - middle), 2)) like \(shortTitle(names.name(end.titles[0])))"
                } ?? "",
                given.isEmpty ? "" : "\(fixed(Double(Spread(given).mean), 1)) (\(given.count))")
        }
        show(table, rated.isEmpty ? "You have rated nothing: this is what all like" : "Ten films, and why (\(dataName))")
    }

    /// What the people whose factors are nearest to a taste have rated.
    private func nearestPeople(_ taste: Taste, _ count: Int, _ cold: ColdStart) -> [[Int: Float]] {
        let order = euclideanDistance(cold.users, taste.factors).argsort().scalars.prefix(count)
        let rated = cold.fitted.rated
        return order.map { rated[$0 + 1] }
    }

    func whatTheReasonsSay() throws {
        // "Film's bias" is the part that has nothing to do with you. "You liked" is the film among those you gave four
        // stars or more that is nearest by the cosine. "Factor" names the end of one of three components: your taste and
        // the film lie on that side of the mean, and no other of the three adds as much to the dot product; where it is
        // empty, none of them speaks for the film. "People like you" are the thirty whose factors are nearest to yours: the mean of what they
        // gave to it, and how many of them have rated it.
        //
        // What do the three components stand for? Two well-known titles at each end:
        let cold = try coldStart
        let names = cold.fitted.data.titles
        let directions = TasteDirection.all(
            of: 3, films: cold.films, known: bestKnown(cold.fitted.data, run.size(quick: 60, usual: 100)))
        var table = TextTable(["component", "one end", "the other end"])
        for k in 0..<3 {
            func end(_ direction: TasteDirection) -> String {
                direction.titles.map { shortTitle(names.name($0)) }.joined(separator: ", ")
            }
            table.add("\(k + 1)", end(directions[2 * k]), end(directions[2 * k + 1]))
        }
        show(table, "The ends of three components, \(dataName)")
        // Reasons of this kind are true: they are parts of the sum. Whether they are *your* reasons, only you can say.
    }
}
