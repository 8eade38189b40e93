// # Somebody new
//
// Section 8.6 · After this page you can recommend films to somebody whom the model has never seen.

import Common
import Datasets
import Figures
import Foundation
import Layers
import Notebook
import Tensors

// All of this needs ratings. What about the first day, when there are none? A new user has no factors, nor has a new
// film, and a new service has neither. This is the *bootstrapping* or *cold start* problem, and there is no trick that
// makes it go away. There is common sense, and it can be measured. Some people are taken out of the ratings altogether,
// a model is trained on the others, and then the strangers come in. Half of a stranger's ratings are what may be found
// out about them; the other half is there for validation.

// `ColdStart` is such a model with its strangers, and `coldStart` the one of this run:

/// A model that some people took no part in, and these people: numbers of titles, and ratings.
struct ColdStart {
    let fitted: Fitted<DotProductBias>
    /// What each of them may tell, and what they are judged by.
    let strangers: [(known: [(title: Int, rating: Float)], checked: [(title: Int, rating: Float)], viewer: Viewer?)]
    /// What is known of the people who did take part, with the row of each.
    let viewers: [(row: Int, viewer: Viewer)]
}

extension CollaborativeFiltering {
    /// A tenth of the people with enough ratings are kept out.
    var coldStart: ColdStart {
        get throws {
            try run.once {
                let (table, films) = (try data.ratings, try data.films)
                var random = run.random
                var rows: [Int32: [Int]] = [:]
                for row in 0..<table.count { rows[table.users[row], default: []].append(row) }
                let busy = rows.keys.sorted().filter { rows[$0]!.count >= run.size(quick: 16, usual: 40) }
                let order = random.permutation(busy.count).prefix(max(3, busy.count / 10)).map { busy[$0] }
                let away = Set(order)
                let others = merge(table.rows((0..<table.count).filter { !away.contains(table.users[$0]) }), films)
                let loaders = CollabDataLoaders(others, validShare: 0.05, using: &random)
                let fitted = try trained(
                    biased(loaders, using: &random), on: loaders, decay: 0.1, using: &random, loss: flatMSELoss)
                let (viewers, names) = (try data.viewers, try titles)
                let known = Dictionary(viewers.map { ($0.id, $0) }) { first, _ in first }
                let strangers = order.map { user in
                    let all = rows[user]!.compactMap { row -> (title: Int, rating: Float)? in
                        let title = loaders.titles[names[table.items[row]]!]
                        return title == 0 ? nil : (title, table.scores[row])
                    }
                    return (
                        known: Array(all[..<(all.count / 2)]), checked: Array(all[(all.count / 2)...]),
                        viewer: known[user]
                    )
                }
                return ColdStart(
                    fitted: fitted, strangers: strangers,
                    viewers: viewers.map { (loaders.users[$0.id], $0) }.filter { $0.row != 0 })
            }
        }
    }
}

// A taste is fifty factors and a bias. `Taste` predicts with the model's films. Of a `ColdStart` we shall need the
// tables, `films`, `filmBias`, `users` and `userBias`, the `meanTaste` of everybody, and the `error` of any way to
// guess:

/// Factors and bias of somebody.
public struct Taste {
    public var factors: Tensor
    public var bias: Float

    public init(factors: Tensor, bias: Float) { (self.factors, self.bias) = (factors, bias) }

    /// Ratings of these titles, as the model of `films` and `filmBias` gives them.
    public func ratings(_ titles: [Int], films: Tensor, filmBias: Tensor) -> [Float] {
        sigmoidRange(films.rows(titles).matmul(factors) + filmBias.rows(titles) + bias, 0, 5.5).scalars
    }
}

extension ColdStart {
    var films: Tensor { fitted.model.films.weight.value.detached() }
    var filmBias: Tensor { fitted.model.filmBias.weight.value.detached().squeezed(1) }
    /// The people who took part: [users - 1, factors], [users - 1]
    var users: Tensor { fitted.model.users.weight.value.detached()[1...] }
    var userBias: Tensor { fitted.model.userBias.weight.value.detached().squeezed(1)[1...] }

    /// The mean of everybody.
    var meanTaste: Taste { Taste(factors: users.mean(axis: 0), bias: userBias.mean().item) }

    /// The mean squared error over all strangers, if each has the taste that `taste` gives.
    func error(_ taste: (Int) -> Taste) -> Float {
        var (sum, count) = (Float(0), 0)
        for (number, stranger) in strangers.enumerated() {
            let predicted = taste(number).ratings(stranger.checked.map(\.title), films: films, filmBias: filmBias)
            for (a, b) in zip(predicted, stranger.checked) { sum += (a - b.rating) * (a - b.rating) }
            count += stranger.checked.count
        }
        return sum / Float(count)
    }
}

extension CollaborativeFiltering {
    func strangers() throws {
        // The book names three ways to begin. The first is the mean of all users' factors. It warns of it: the mean of
        // people who love sci-fi and of people who love action may be somebody who does not exist. The second is one
        // real user who stands for the average taste; here it is the one whose factors are nearest to the mean.
        let cold = try coldStart
        let mean = cold.meanTaste
        let nearest = euclideanDistance(cold.users, mean.factors).argmin(axis: 0).item
        var random = run.random
        let drawn = random.permutation(cold.users.shape[0]).prefix(30)
        let tasteOf = { (row: Int) in Taste(factors: cold.users[row], bias: cold.userBias[row].item) }
        let rating = cold.fitted.data.trainRatings.targets.mean().item
        let all = cold.strangers.flatMap { $0.checked.map(\.rating) }
        let (byMean, byOne) = (cold.error { _ in mean }, cold.error { _ in tasteOf(nearest) })
        let anybody = drawn.map { row in cold.error { _ in tasteOf(row) } }
        var table = TextTable(["a stranger is taken for", "squared error"], decimals: 3)
        table.add("nobody: the mean rating for every film", (Tensor(all) - rating).squared().mean().item)
        table.add("the mean of all users", byMean)
        table.add("the user nearest to the mean", byOne)
        table.add("any user (mean over 30)", anybody.reduce(0, +) / Float(anybody.count))
        show(
            table, "\(cold.strangers.count) strangers without a word from them, \(dataName)",
            predict: .choice(
                "Which guess is better, by the squared error?", ["the mean of all users", "any user"],
                answer: byMean < Float(Spread(anybody).mean) ? "the mean of all users" : "any user"))
        record("cold-start/mean-user", byMean)
        record("cold-start/nearest-user", byOne)

        // By the squared error the mean is a cautious guess, and no bad one: what people do not have in common cancels
        // out, and what is left is how good the films are. That is also what is wrong with it. It has no taste.
    }
}
