// # A bias is not a mean
//
// Section 8.5 · After this page you can say why the films with the highest bias are not those with the highest mean.

import Common
import Figures
import Layers
import Notebook
import Tensors

// Could one not have sorted the films by their mean rating, without any model? Here are both, for each title that was
// rated often enough. `FilmStatistics` has what the ratings say of a title, and what the model makes of the people who
// gave them: how generous these people are, and how well the title fits their taste. `filmStatistics` are those of all
// titles.

/// A title by its training ratings, and by the model.
struct FilmStatistics {
    let title: String
    let ratings: Int
    let mean, bias: Float
    /// The means over the people who rated it: their biases, and the dot products.
    let generosity, match: Float
}

extension CollaborativeFiltering {
    /// All titles with enough ratings, by run D.
    var filmStatistics: [FilmStatistics] {
        get throws {
            try run.once {
                let fitted = try runD[0]
                let (x, y, model) = (fitted.data.trainRatings.inputs, fitted.data.trainRatings.targets, fitted.model)
                let (users, films) = (x[0..., 0], x[0..., 1])
                let count = fitted.data.titles.count
                func sums(_ values: Tensor) -> [Float] {
                    Tensor.zeros(count).scatterAdded(axis: 0, films, values).scalars
                }
                let (ratings, scores) = (sums(.ones(y.count)), sums(y))
                let (biases, matches) = noGrad {
                    (
                        sums(model.userBias(users).squeezed(1)),
                        sums((model.users(users) * model.films(films)).sum(axis: 1))
                    )
                }
                let own = model.filmBias.weight.value.detached().squeezed(1).scalars
                let enough = run.size(quick: Float(10), usual: 50)
                return (1..<count).filter { ratings[$0] >= enough }.map { film in
                    FilmStatistics(
                        title: fitted.data.titles.name(film), ratings: Int(ratings[film]),
                        mean: scores[film] / ratings[film], bias: own[film],
                        generosity: biases[film] / ratings[film], match: matches[film] / ratings[film])
                }
            }
        }
    }

    func meansAndBiases() throws {
        let films = try filmStatistics
        let correlation = correlation(films.map(\.mean), films.map(\.bias))
        show(
            Chart("Mean and bias agree, but not in every case", x: "mean rating", y: "bias") {
                Points(films.map(\.mean), films.map(\.bias), colour: .blue)
            }, "\(films.count) titles of \(dataName)")
        record("bias/correlation-with-mean", correlation)

        // They go together, but not in step. Which titles are in quite different places in the two lists?
        let (byMean, byBias) = (placesFromTheTop(films.map(\.mean)), placesFromTheTop(films.map(\.bias)))
        let order = films.indices.sorted { byMean[$0] - byBias[$0] > byMean[$1] - byBias[$1] }
        var table = TextTable(
            ["title", "mean", "rank", "bias", "rank ", "generosity", "match"], decimals: 2)
        for place in order.prefix(4) + order.suffix(4) {
            let film = films[place]
            table.add(
                shortTitle(film.title), film.mean, byMean[place], film.bias, byBias[place], film.generosity, film.match)
        }
        show(
            table, "Four titles whose bias is better than their mean, and four whose mean is better (\(dataName))",
            predict: .yesNo(
                "Are the films with the highest mean and those with the highest bias the same, in the same order?",
                byMean == byBias))

        // The last two columns say why. A film's ratings come from certain people. Where these are generous, or where
        // the film was seen only by those whose taste it is, its mean is flattered; the model gives that part to the
        // people, in their bias, and to the fit of the factors. What is left over is the film's own. The other way
        // round, a good film that strict people have seen, or many who do not care for its kind, is better than its
        // mean.
        let left = Array(order.prefix(20)), right = Array(order.suffix(20))
        let meanOf = { (places: [Int], value: (FilmStatistics) -> Float) in
            places.reduce(0) { $0 + value(films[$1]) } / Float(places.count)
        }
        var why = TextTable(["twenty titles with", "generosity of their people", "match"], decimals: 3)
        why.add("a bias better than the mean", meanOf(left, \.generosity), meanOf(left, \.match))
        why.add("a mean better than the bias", meanOf(right, \.generosity), meanOf(right, \.match))
        show(why, "Who has rated them, \(dataName)")

        // Of the two reasons, it is the match that makes the difference here, far more than generosity.
    }
}

// MARK: Helpers

/// Places in the order from the largest: 1 for the largest number.
func placesFromTheTop(_ numbers: [Float]) -> [Int] {
    var ranks = [Int](repeating: 0, count: numbers.count)
    for (rank, place) in Tensor(numbers).argsort(descending: true).scalars.enumerated() { ranks[place] = rank + 1 }
    return ranks
}
