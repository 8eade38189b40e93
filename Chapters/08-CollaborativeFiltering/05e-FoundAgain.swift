// # Are they found again?
//
// Section 8.5 · After this page you can test whether learned factors mean something, and not only look at them.

import Common
import Datasets
import Figures
import Notebook
import Tensors

// Nobody knows the true factors of real films. Of generated ones we do: each has three, and each person has a taste for
// these. So this page works on generated ratings, whatever the data of the run.
//
// The question is not whether factor 17 is sci-fi. A turn of all vectors changes nothing that a model could notice, so
// the three truths may be spread over all fifty numbers. What can be asked is whether a *mix* of components gives the
// truth. The mix is found by least squares, on one half of the films; the other half is there to check. `leastSquares`
// of the module `Notebook` solves the equations, with a small ridge, which is weight decay again.

// A `PlantedRun` is a model together with the truth; `plantedRun` is that of this page:

/// A model of generated ratings, and the truth about the titles that it was trained on.
struct PlantedRun {
    let fitted: Fitted<DotProductBias>
    /// Numbers of the titles with enough ratings.
    let films: [Int]
    /// Three factors and a bias of each of these.
    let truth: [[Float]]
}

extension CollaborativeFiltering {
    /// Run D on generated ratings.
    var plantedRun: PlantedRun {
        get throws {
            try run.once {
                let isHere = try data.truth != nil
                let size = run.size(
                    quick: (users: 120, films: 160, ratings: 4000), usual: (users: 943, films: 1682, ratings: 100_000))
                let tables =
                    isHere
                    ? try data
                    : try GeneratedRatings(
                        users: size.users, films: size.films, ratings: size.ratings, seed: run.seed
                    ).readBack()
                var random = run.random
                let loaders = CollabDataLoaders(merge(tables.ratings, tables.films), using: &random)
                let fitted =
                    isHere
                    ? try runD[0]
                    : try trained(
                        biased(loaders, using: &random), on: loaders, decay: 0.1, using: &random, loss: flatMSELoss)
                let numbers = Dictionary(tables.films.map { ($0.title, Int($0.id) - 1) }) { first, _ in first }
                let films = bestKnown(fitted.data, fitted.data.titles.count / 2)
                let truth = tables.truth!
                return PlantedRun(
                    fitted: fitted, films: films,
                    truth: films.map { film in
                        let number = numbers[fitted.data.titles.name(film)]!
                        return truth.filmFactors[number] + [truth.filmBiases[number]]
                    })
            }
        }
    }

    func plantedFactors() throws {
        let planted = try plantedRun
        let learned = planted.fitted.model.films.weight.value.detached().rows(planted.films)
        var random = run.random
        let noise = Tensor.randn(learned.shape, using: &random)
        var table = TextTable(
            ["planted factor", "mix of three components", "best single component", "untrained factors"], decimals: 3)
        var found: [Float] = []
        for (factor, name) in RatingTruth.names.enumerated() {
            let truth = planted.truth.map { $0[factor] }
            let components = principalComponents(learned, 3).rows
            found.append(mixCorrelation(components, truth))
            let single = (0..<3).map { abs(correlation(components[0..., $0].scalars, truth)) }.max()!
            table.add(name, found.last!, single, mixCorrelation(principalComponents(noise, 3).rows, truth))
        }
        show(
            table, "Correlation with the planted factors, on films that the mix was not chosen for (generated ratings)",
            predict: .yesNo(
                "Is there a mix of three components that correlates with each planted factor by more than 0.5?",
                found.min()! > 0.5))
        for (name, value) in zip(RatingTruth.names, found) { record("planted/\(name)", value) }
    }

    func plantedBiases() throws {
        // And the bias: is it nearer to how good a film is than the mean rating? Here the truth can answer that, too.
        let planted = try plantedRun
        let (x, y) = (planted.fitted.data.trainRatings.inputs[0..., 1], planted.fitted.data.trainRatings.targets)
        let count = planted.fitted.data.titles.count
        let sums = Tensor.zeros(count).scatterAdded(axis: 0, x, y)
        let means = (sums / Tensor.zeros(count).scatterAdded(axis: 0, x, .ones(y.count)).maximum(1)).rows(planted.films)
        let biases = planted.fitted.model.filmBias.weight.value.detached().squeezed(1).rows(planted.films)
        let truth = planted.truth.map { $0[3] }
        let (byMean, byBias) = (correlation(means.scalars, truth), correlation(biases.scalars, truth))
        var table = TextTable(["", "correlation with the planted bias"], decimals: 3)
        table.add("mean rating", byMean)
        table.add("learned bias", byBias)
        let both = correlation(means.scalars, biases.scalars)
        let added = (byBias - byMean * both) / ((1 - byMean * byMean) * (1 - both * both)).squareRoot()
        table.add("learned bias, among films of the same mean", added)
        show(
            table, "How good a film is, and two ways to see it (generated ratings)",
            predict: .yesNo(
                "Of two films with the same mean rating, does the one with the higher bias tend to be the better one?",
                added > 0))

        // Neither is far ahead: both have much of the truth. But they do not have the same part of it. The last row
        // compares films that have the same mean: what the bias says of them is news.
    }
}

// MARK: Helpers

/// How well the best mix of columns, chosen on every other row, gives the truth of the rows in between.
private func mixCorrelation(_ columns: Tensor, _ truth: [Float]) -> Float {
    let rows = truth.indices.map { columns[$0].scalars.map { Double($0) } + [1] }
    let (chosen, checked) = (truth.indices.filter { $0 % 2 == 0 }, truth.indices.filter { $0 % 2 == 1 })
    let weights = leastSquares(chosen.map { rows[$0] }, chosen.map { Double(truth[$0]) }, ridge: 1e-6)
    let mixed = checked.map { place in Float(zip(rows[place], weights).reduce(0) { $0 + $1.0 * $1.1 }) }
    return correlation(mixed, checked.map { truth[$0] })
}
