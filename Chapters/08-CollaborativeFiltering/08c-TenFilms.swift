// # Ten films
//
// Section 8.8 · After this page you have rated ten films, and the model has films for you.

import Figures
import Foundation
import Layers
import Notebook
import Tensors

// Now `swift run ch08 --rate` has all that it needs. It asks, finds the taste that fits the answers, recommends five
// films that you have not rated, and gives reasons.
//
// A prediction has a part for the film and a part for the fit, and the fit is a dot product: a sum over factors. Single
// factors have no meaning, as section 8.5 has shown, but principal components have one that can be told by films: each
// has two ends, and films at either. For each recommendation, `reasons` names a film that you liked and that points in
// its direction; the end of the component in which you and the film agree most, by a well-known film there; and, of the
// hundred people with a taste most like yours, the nearest who has liked it.

extension CollaborativeFiltering {
    func tenFilms() throws {
        let fitted = try runD[0]
        let known = bestKnown(fitted.data, run.size(quick: 60, usual: 400))
        let asked = tellingOrder(Array(known.prefix(run.size(quick: 40, usual: 100))), films: fitted.films)
        let answers = Self.isRating ? yourRatings(asked, fitted) : someonesRatings(asked, fitted)
        // #hide
        if answers.isEmpty { return show("Without a single rating there is nothing to go by.", "no recommendation") }
        let taste = fitted.taste(of: answers)
        let list = recommend(
            5, to: taste, rated: Dictionary(uniqueKeysWithValues: answers.map { ($0.title, $0.rating) }), among: known,
            films: fitted.films, filmBias: fitted.filmBias)
        var table = TextTable(["title", "stars", "as you like", "towards", "liked by"], decimals: 1)
        for (one, why) in zip(list, reasons(for: list, taste, among: known, fitted)) {
            table.add(
                shortTitle(fitted.data.titles.name(one.title)), one.rating,
                one.because.map { shortTitle(fitted.data.titles.name($0)) } ?? "", why.end, why.person)
        }
        show(table, "For \(Self.isRating ? "you" : "somebody who gave \(answers.count) ratings"), by \(dataName)")

        // In this run, unless you have started it with `--rate`, the answers are those of somebody in the data.
    }
}

// MARK: Helpers

extension CollaborativeFiltering {
    private func yourRatings(_ asked: [Int], _ fitted: Fitted<DotProductBias>) -> [(title: Int, rating: Float)] {
        // At once, and in order with what the run shows, also into a pipe.
        func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
        say("\nHow do you like these films, from 1 to 5? Return: not seen. q: enough.\n")
        return askedRatings(
            10, of: asked.map { ($0, fitted.data.titles.name($0)) }, reply: { readLine() }, say: say)
    }

    /// What the person with the most answers to these questions would say.
    private func someonesRatings(_ asked: [Int], _ fitted: Fitted<DotProductBias>) -> [(title: Int, rating: Float)] {
        let rated = fitted.rated
        let first = asked.prefix(30)
        let person = rated.indices.max { a, b in
            first.count { rated[a][$0] != nil } < first.count { rated[b][$0] != nil }
        }!
        return first.compactMap { title in rated[person][title].map { (title, $0) } }.prefix(10).map { $0 }
    }

    /// For each recommendation: the end of the component in which film and taste agree most, by a well-known film
    /// there, and the person with the nearest taste who has rated it 4 or more.
    private func reasons(
        for list: [Recommendation], _ taste: Taste, among known: [Int], _ fitted: Fitted<DotProductBias>
    ) -> [(end: String, person: String)] {
        let factors = fitted.films.rows(known)
        let (rows, directions, _) = principalComponents(factors, 5)
        let difference = taste.factors - fitted.meanTaste.factors
        let yours = (0..<5).map { directions[$0].dot(difference).item }
        let nearness = cosineSimilarity(fitted.userFactors - fitted.meanTaste.factors, difference).scalars
        let people = nearness.indices.sorted { nearness[$0] > nearness[$1] }
        let rated = fitted.rated
        return list.map { one in
            let film = rows[known.firstIndex(of: one.title)!].scalars
            let best = (0..<5).max { film[$0] * yours[$0] < film[$1] * yours[$1] }!
            let places = rows[0..., best].argsort(descending: yours[best] > 0).scalars
            let end = places.first { known[$0] != one.title }!
            let person = people.prefix(100).first { (rated[$0 + 1][one.title] ?? 0) >= 4 }
            // In none of the components may you and the film be on the same side.
            return (
                film[best] * yours[best] > 0 ? shortTitle(fitted.data.titles.name(known[end])) : "",
                person.map { "user \(fitted.data.users.name($0 + 1))" } ?? "nobody near"
            )
        }
    }
}

extension Fitted<DotProductBias> {
    /// [users, factors], without the row of the unknown.
    fileprivate var userFactors: Tensor { model.users.weight.value.detached()[1...] }
    private var userBias: Tensor { model.userBias.weight.value.detached().squeezed(1)[1...] }

    /// The mean of everybody.
    fileprivate var meanTaste: Taste { Taste(factors: userFactors.mean(axis: 0), bias: userBias.mean().item) }

    /// The taste that fits a few ratings.
    fileprivate func taste(of ratings: [(title: Int, rating: Float)]) -> Taste {
        fittedTaste(
            ratings, films: films, filmBias: filmBias, mean: meanTaste,
            spread: (userFactors.std(axis: 0).scalars, userBias.std().item))
    }
}
