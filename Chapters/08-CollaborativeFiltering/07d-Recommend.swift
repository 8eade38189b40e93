// # Recommending
//
// Section 8.7 · After this page you can fill the gaps in the grid of section 8.1, and recommend films with reasons.

import Common
import Figures
import Layers
import Notebook
import Tensors

// This is what it was all for. The grid of section 8.1 had gaps: films that somebody has not rated. The model has a
// number for each of them, and the largest ones are what to recommend. `recommend` leaves out what a person has rated
// already, and films with so few ratings that the model can only guess. And it gives reasons. A prediction is a sum of
// three parts, so it can say which of them is large: whether the film is good, and whether it fits. For the fit there
// is one more reason that a person understands: a film that they have rated highly and whose factors point in the same
// direction.

/// A title for somebody, and why.
public struct Recommendation: Sendable {
    public let title: Int
    public let rating: Float
    /// What the prediction is made of, besides the bias of the user: the film's bias, and the dot product.
    public let filmBias, match: Float
    /// The title that the user liked and that points most nearly in the same direction; nil if there is none.
    public let because: Int?
}

/// The titles with the highest predictions, the best first.
/// - Parameters:
///   - rated: what the user has rated already, by title.
///   - titles: those that may be recommended.
public func recommend(
    _ count: Int, to taste: Taste, rated: [Int: Float], among titles: [Int], films: Tensor, filmBias: Tensor
) -> [Recommendation] {
    let open = titles.filter { rated[$0] == nil && $0 != 0 }
    let ratings = taste.ratings(open, films: films, filmBias: filmBias)
    let liked = rated.filter { $0.value >= 4 }.keys.sorted()
    return open.indices.sorted { (ratings[$0], open[$1]) > (ratings[$1], open[$0]) }.prefix(count).map { place in
        let film = films[open[place]]
        let near = liked.isEmpty ? nil : cosineSimilarity(films.rows(liked), film).argmax(axis: 0).item
        return Recommendation(
            title: open[place], rating: ratings[place], filmBias: filmBias[open[place]].item,
            match: film.dot(taste.factors).item, because: near.map { liked[$0] })
    }
}

// What it needs comes from a trained model: the `taste` of a user, `films` and `filmBias`, and what everybody has
// `rated`:

extension Fitted<DotProductBias> {
    /// The taste of a user, by number.
    func taste(_ user: Int) -> Taste {
        Taste(
            factors: model.users.weight.value.detached()[user],
            bias: model.userBias.weight.value.detached()[user, 0].item)
    }
    var films: Tensor { model.films.weight.value.detached() }
    var filmBias: Tensor { model.filmBias.weight.value.detached().squeezed(1) }

    /// What each user has rated among the training ratings.
    var rated: [[Int: Float]] {
        var rated = [[Int: Float]](repeating: [:], count: data.users.count)
        let (x, y) = (data.trainRatings.inputs.scalars, data.trainRatings.targets.scalars)
        for (row, rating) in y.enumerated() { rated[x[2 * row]][x[2 * row + 1]] = rating }
        return rated
    }
}

extension CollaborativeFiltering {
    func theGoal() throws {
        // Six people with very many ratings and six well-known titles; in brackets is what the model puts into the
        // gaps:
        let fitted = try runD[0]
        let rated = fitted.rated
        let titles = Array(bestKnown(fitted.data, 30).suffix(6))
        let people = rated.indices.sorted { (rated[$0].count, $1) > (rated[$1].count, $0) }.suffix(rated.count * 3 / 4)
            .prefix(6)
        var table = TextTable(["user"] + titles.map { String(fitted.data.titles.name($0).prefix(14)) })
        for user in people {
            let predicted = fitted.taste(user).ratings(titles, films: fitted.films, filmBias: fitted.filmBias)
            let cells = zip(titles, predicted).map { title, guess in
                rated[user][title].map { "\(Int($0))" } ?? "(\(fixed(guess, 1)))"
            }
            table.rows.append([fitted.data.users.name(user)] + cells)
        }
        show(table, "The gaps are filled, \(dataName)")
    }

    func oneListWithReasons() throws {
        let fitted = try runD[0]
        let rated = fitted.rated
        let known = bestKnown(fitted.data, run.size(quick: 60, usual: 600))
        let user = rated.indices.first { rated[$0].count { $0.value >= 4 } >= 10 } ?? 1
        let list = { (user: Int, count: Int) in
            recommend(
                count, to: fitted.taste(user), rated: rated[user], among: known, films: fitted.films,
                filmBias: fitted.filmBias)
        }
        var table = TextTable(["title", "stars", "film's bias", "fit", "like"], decimals: 2)
        for one in list(user, 8) {
            table.add(
                shortTitle(fitted.data.titles.name(one.title)), one.rating, one.filmBias, one.match,
                one.because.map { shortTitle(fitted.data.titles.name($0)) })
        }
        show(table, "For user \(fitted.data.users.name(user)) of \(dataName)")

        // Are they any good? Nobody can be asked. But some of what was recommended has been rated by the same people,
        // among the ratings that were kept back. What did they give to the films in their list of twenty, and to all
        // the others?
        let (x, y) = (fitted.data.validRatings.inputs.scalars, fitted.data.validRatings.targets.scalars)
        let listed = rated.indices.map { user in user == 0 ? [] : Set(list(user, 20).map(\.title)) }
        let rows = y.indices.filter { x[2 * $0] != 0 }
        let (hits, others) = (
            rows.filter { listed[x[2 * $0]].contains(x[2 * $0 + 1]) },
            rows.filter { !listed[x[2 * $0]].contains(x[2 * $0 + 1]) }
        )
        let meanOf = { (rows: [Int]) in rows.reduce(0) { $0 + y[$1] } / Float(max(1, rows.count)) }
        var result = TextTable(["ratings that were kept back", "number", "mean"], decimals: 2)
        result.add("of titles in the user's list of 20", hits.count, meanOf(hits))
        result.add("of all other titles", others.count, meanOf(others))
        show(
            result, "Did people like what they would have been told to see? \(dataName)",
            predict: .yesNo(
                "Did people rate the films of their list higher than others?", meanOf(hits) > meanOf(others)))

        // People rate what they have chosen to see, so this is no proof that a list helps anybody. A model that is good
        // at ratings may still be a dull adviser: it names what one would have watched anyway.
    }
}
